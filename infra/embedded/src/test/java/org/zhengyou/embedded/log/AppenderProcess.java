package org.zhengyou.embedded.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.zhengyou.log.AppendOutcomeUnknownException;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogUnavailableException;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/**
 * Writers that append to a log and say on their output, before each append, what they try, and
 * after it what they were told. End when their input ends.
 */
final class AppenderProcess {
    static final String TRIES = "tries";
    static final String WRITTEN = "written";
    static final String REFUSED = "refused";
    static final String UNKNOWN = "unknown";
    static final String BROKEN = "broken";

    private static final int WRITERS = 6;
    private static final int NUMBERS = 400;
    private static final int CHAINS = 8;

    private final EventLog log;
    private final String name;
    private volatile boolean stopped;

    private AppenderProcess(EventLog log, String name) {
        this.log = log;
        this.name = name;
    }

    /**
     * Appends.
     *
     * @param arguments connection string, name unlike that of any other, seed
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        MongoClient client = MongoClients.create(settings(arguments[0]));
        EventLog log = open(client);
        AppenderProcess process = new AppenderProcess(log, arguments[1]);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            Random random = new Random(Long.parseLong(arguments[2]) * 31 + writer);
            writers.add(Thread.startVirtualThread(() -> process.write(writer, random)));
        }
        while (System.in.read() >= 0) {}
        process.stopped = true;
        for (Thread writer : writers) {
            writer.join();
        }
        log.close();
        client.close();
    }

    static MongoClientSettings settings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToServerSettings(
                        server ->
                                server.minHeartbeatFrequency(20, TimeUnit.MILLISECONDS)
                                        .heartbeatFrequency(200, TimeUnit.MILLISECONDS))
                .build();
    }

    static EventLog open(MongoClient client) {
        LogOptions options =
                LogOptions.defaults()
                        .polling(Duration.ofMillis(20))
                        .within(Duration.ofMillis(1_500));
        while (true) {
            try {
                return EventLog.open(client.getDatabase("torture"), "log", options);
            } catch (MongoException e) {
                LockSupport.parkNanos(20_000_000); // the server is away: that is what this is about
            }
        }
    }

    private void write(int writer, Random random) {
        for (int i = 0; !stopped; i++) {
            String transaction = name + "." + writer + "." + i;
            try {
                append(transaction, random);
            } catch (MongoException e) {
                LockSupport.parkNanos(20_000_000); // only reading throws it: nothing was tried
            } catch (RuntimeException e) {
                say(BROKEN, transaction, e.toString());
                return;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void append(String transaction, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                String number = "number=" + random.nextInt(NUMBERS);
                Condition first = new Condition(Criteria.tagged(number), 0);
                append(transaction, List.of(event(transaction, 0, 1, number, 0)), first);
            }
            case 1 -> continueChain(transaction, "chain=" + random.nextInt(CHAINS));
            default -> {
                List<NewEvent> events = new ArrayList<>();
                int n = 1 + random.nextInt(4);
                for (int i = 0; i < n; i++) {
                    events.add(event(transaction, i, n, "writer=" + name, 0));
                }
                append(transaction, events, Condition.none());
            }
        }
    }

    /** Each event of a chain counts on from the one before it. */
    private void continueChain(String transaction, String chain) {
        long head = log.head();
        Criteria own = Criteria.tagged(chain);
        List<StoredEvent> links = log.read(own, Math.max(0, head - 3_000), head);
        if (links.isEmpty()) {
            links = log.read(own, 0, head);
        }
        int count = links.isEmpty() ? 0 : Oracle.count(links.getLast());
        NewEvent next = event(transaction, 0, 1, chain, count + 1);
        append(transaction, List.of(next), new Condition(own, head));
    }

    private static NewEvent event(String transaction, int i, int n, String tag, int count) {
        return new NewEvent(
                transaction + "." + i,
                "torture.Happened",
                "1",
                Instant.EPOCH,
                Set.of(tag),
                Map.of("tx", transaction, "i", "" + i, "n", "" + n, "count", "" + count),
                "\"" + "x".repeat(200) + "\"");
    }

    private void append(String transaction, List<NewEvent> events, Condition condition) {
        say(TRIES, transaction, "" + events.size());
        try {
            say(WRITTEN, transaction, "" + log.append(events, condition));
        } catch (ConflictingAppendException | LogUnavailableException e) {
            say(REFUSED, transaction, "-");
        } catch (AppendOutcomeUnknownException e) {
            say(UNKNOWN, transaction, "-");
        }
    }

    /** One write to the pipe, so that no other thread's line gets between. */
    private static void say(String what, String transaction, String rest) {
        String line = what + " " + transaction + " " + rest.replaceAll("\\s+", "_") + " .\n";
        synchronized (System.out) {
            System.out.print(line);
            System.out.flush();
        }
    }
}
