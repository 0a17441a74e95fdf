package org.zhengyou.bench.campaign;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Aliases;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.NewEvent;

/**
 * Writes a story into the log of a service, at the times at which it says it was recorded. Nothing
 * is decided: conditions are left out, everything else is as the service would have written it.
 */
public final class Recorder implements AutoCloseable {
    private static final int TOGETHER = 2_000;

    private final Entries entries;
    private final EventLog log;
    private final LongConsumer progress;
    private final List<Act> waiting = new ArrayList<>();
    private volatile Instant now = Instant.EPOCH;
    private long events;

    /**
     * Writes to the service's database.
     *
     * @param committee of the university
     * @param masterKey file of the key over the keys of personal values; made if it is not there
     * @param progress is told from time to time how many events were written
     */
    public Recorder(
            MongoClient client,
            Service service,
            String committee,
            Path masterKey,
            LongConsumer progress) {
        MongoDatabase database = client.getDatabase(service.name());
        Optional<PersonalKeys> keys =
                service.opensPersonalData()
                        ? Optional.of(new PersonalKeys(database.getCollection("keys"), masterKey))
                        : Optional.empty();
        EventCodec codec =
                new EventCodec(
                        service.name(), EventNames.of(service), Json.stored(keys.orElse(null)));
        Optional<Aliases> aliases = keys.map(k -> k.aliases(database.getCollection("aliases")));
        this.entries =
                new Entries(
                        service,
                        committee,
                        codec,
                        (value, person) -> aliases.orElseThrow().of(value, person));
        this.log = EventLog.open(database, "log", options(() -> now));
        this.progress = progress;
    }

    private static LogOptions options(InstantSource time) {
        return LogOptions.defaults()
                .polling(Duration.ZERO)
                .window(1_000, 4 << 20)
                .with(time.withZone(ZoneOffset.UTC));
    }

    /** Takes an act; it is in the log at the latest once this is closed. */
    public void record(Act act) {
        if (act.recordedAt().isBefore(now))
            throw new IllegalArgumentException("told out of order: " + act);
        if (act.recordedAt().isAfter(now) || waiting.size() == TOGETHER) {
            write();
            now = act.recordedAt();
        }
        waiting.add(act);
    }

    /** All that have one recording time, side by side, in their order. */
    private void write() {
        List<Entries.Draft> drafts = waiting.stream().map(entries::next).toList();
        List<List<NewEvent>> transactions = drafts.parallelStream().map(entries::write).toList();
        List<CompletableFuture<Long>> pending = new ArrayList<>();
        for (List<NewEvent> one : transactions) pending.add(log.appendAsync(one, Condition.none()));
        pending.forEach(CompletableFuture::join);
        events += transactions.stream().mapToLong(List::size).sum();
        waiting.clear();
        progress.accept(events);
    }

    @Override
    public void close() {
        write();
        log.close();
    }
}
