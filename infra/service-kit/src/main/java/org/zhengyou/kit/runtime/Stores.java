package org.zhengyou.kit.runtime;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Aliases;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.Limits;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.axon.LogStorageEngine;
import org.zhengyou.log.axon.LogTokenStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of one service that lies in its database.
 *
 * @param seen what is certainly not in the log
 */
record Stores(
        EventNames names,
        MongoDatabase database,
        Optional<PersonalKeys> keys,
        JsonMapper json,
        EventCodec codec,
        EventLog log,
        EventLog inbox,
        LogStorageEngine engine,
        LogStorageEngine inboxEngine,
        LogTokenStore tokens,
        SeenTags seen) {
    /** The collection of aliases. */
    static final String ALIASES = "aliases";

    private static final int WINDOW_EVENTS = 50_000;

    /** Opens them; each is added to what is to be closed as soon as it is open. */
    static Stores open(
            Service service,
            Settings settings,
            MongoClient client,
            MeterRegistry meters,
            Clock clock,
            Closing closing) {
        EventNames names = EventNames.of(service);
        MongoDatabase database = client.getDatabase(service.name());
        Optional<PersonalKeys> keys =
                service.opensPersonalData()
                        ? Optional.of(
                                new PersonalKeys(
                                        database.getCollection("keys"), settings.masterKeyFile()))
                        : Optional.empty();
        JsonMapper json = Json.stored(keys.orElse(null));
        EventCodec codec = new EventCodec(service.name(), names, json);
        LogOptions options =
                LogOptions.defaults()
                        .with(clock)
                        .polling(settings.logPoll())
                        .window(WINDOW_EVENTS, (long) settings.logWindowMb() << 20)
                        .within(settings.requestLimit().dividedBy(2));
        EventLog log = open(database, "log", options, meters, closing);
        EventLog inbox = open(database, "inbox", options.with(Limits.copies()), meters, closing);
        SeenTags seen = new SeenTags(log);
        closing.add(seen);
        return new Stores(
                names,
                database,
                keys,
                json,
                codec,
                log,
                inbox,
                new LogStorageEngine(log, codec),
                new LogStorageEngine(inbox, codec),
                tokens(database, settings),
                seen);
    }

    private static EventLog open(
            MongoDatabase database,
            String name,
            LogOptions options,
            MeterRegistry meters,
            Closing closing) {
        EventLog log = EventLog.open(database, name, options);
        closing.add(log);
        closing.add(LogMeters.measure(log, name, database.getName(), meters));
        return log;
    }

    private static LogTokenStore tokens(MongoDatabase database, Settings settings) {
        return new LogTokenStore(
                database.getCollection("tokens"),
                settings.node(),
                RunningService.LEASE,
                Clock.systemUTC());
    }

    /** What stands for a personal value in a tag. */
    Aliases aliases() {
        return keys.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        database.getName() + " holds no keys for blind tags"))
                .aliases(database.getCollection(ALIASES));
    }

    /** How idempotency keys are digested: keyed where a client may have put a number into one. */
    UnaryOperator<String> digest() {
        return keys.<UnaryOperator<String>>map(k -> k::request).orElse(RequestKeys::sha256);
    }
}
