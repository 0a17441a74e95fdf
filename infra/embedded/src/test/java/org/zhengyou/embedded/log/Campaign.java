package org.zhengyou.embedded.log;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zhengyou.embedded.ChildJvm;
import org.zhengyou.embedded.mongo.ServerProcess;

/**
 * A server and appenders, each in a process of its own, that are killed, paused and cut off from
 * one another in an order that the seed decides, while the oracle listens.
 */
final class Campaign implements AutoCloseable {
    private static final int APPENDERS = 3;
    private static final long STANDSTILL_MILLIS = 30_000;

    private static final Duration TO_CATCH_UP = Duration.ofSeconds(20);

    /** Twice as long as clients wait: they are told that nobody knows, and then it arrives. */
    private static final long TOO_LONG_MILLIS = 3_000;

    private final Random random;
    private final long seed;
    private final Path folder;
    private final String durability;
    private final int port = freePort();
    private final FaultyLine line = new FaultyLine(port);
    private final Oracle oracle = new Oracle();
    private final List<Thread> ears = new ArrayList<>();
    private final ChildJvm[] appenders = new ChildJvm[APPENDERS];
    private ChildJvm server;
    private String uri = "";
    private Tailer tailer;
    private int incarnation;
    private int kills;
    private int pauses;
    private int cuts;

    /** What an acknowledged write survives: the file is enough for one half, as the seed says. */
    static String durability(long seed) {
        return seed % 2 == 0 ? "COMMIT" : "FSYNC";
    }

    /**
     * Plays a campaign from the start of all processes to the examination of the log. Whatever goes
     * wrong, the seed is told.
     *
     * @param kills processes to be killed
     * @param durability of the server, or the name of its seeded bug
     */
    static Result play(long seed, Path folder, int kills, String durability) {
        try (Campaign campaign = new Campaign(seed, folder, durability)) {
            return campaign.run(kills);
        } catch (Exception | Error e) {
            throw new AssertionError("seed " + seed + ", " + durability + ": " + e, e);
        }
    }

    private Campaign(long seed, Path folder, String durability) {
        this.seed = seed;
        this.random = new Random(seed);
        this.folder = folder;
        this.durability = durability;
        this.server = startServer();
        this.tailer = new Tailer(uri, TO_CATCH_UP);
        for (int i = 0; i < APPENDERS; i++) {
            startAppender(i);
        }
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChildJvm startServer() {
        ChildJvm child =
                ChildJvm.start(ServerProcess.class, folder.toString(), durability, "" + port);
        uri = child.answer("ready");
        return child;
    }

    private void startAppender(int i) {
        String name = "a" + i + "." + incarnation++;
        ChildJvm child =
                ChildJvm.start(AppenderProcess.class, line.uri(uri), name, "" + random.nextLong());
        ears.add(child.listen(oracle::hear));
        appenders[i] = child;
    }

    /** Faults until so many processes were killed; then everybody ends and the log is examined. */
    private Result run(int enough) throws InterruptedException {
        while (kills < enough) {
            if (!oracle.awaitWritten(5 + random.nextInt(60), STANDSTILL_MILLIS)) {
                throw new AssertionError("nothing is written any more");
            }
            fault(random.nextInt(20));
        }
        return end();
    }

    private void fault(int kind) throws InterruptedException {
        int victim = random.nextInt(APPENDERS);
        if (kind < 5) {
            killServer();
        } else if (kind < 11) {
            kill(victim);
        } else if (kind < 14) {
            kill(victim);
            killServer();
        } else if (kind < 16) {
            killEverybody();
        } else if (kind == 16) {
            pauses++;
            server.pause();
            Thread.sleep(perhapsTooLong(400));
            server.resume();
        } else if (kind == 17) {
            pause(victim);
        } else if (kind == 18) {
            cuts++;
            line.cut();
        } else {
            cuts++;
            line.holdUp(perhapsTooLong(1_000));
        }
    }

    /** So many milliseconds at most, or, once in three times, longer than any client waits. */
    private long perhapsTooLong(int most) {
        return random.nextInt(3) == 0 ? TOO_LONG_MILLIS : random.nextInt(most);
    }

    private void killServer() {
        server.kill();
        kills++;
        server = startServer();
    }

    private void kill(int victim) {
        appenders[victim].kill();
        kills++;
        startAppender(victim);
    }

    private void killEverybody() {
        for (int i = 0; i < APPENDERS; i++) {
            kill(i);
        }
        killServer();
    }

    /** Long enough for others to take over whatever it was about to do. */
    private void pause(int victim) throws InterruptedException {
        pauses++;
        appenders[victim].pause();
        boolean others = oracle.awaitWritten(10 + random.nextInt(200), STANDSTILL_MILLIS);
        if (random.nextInt(3) == 0) {
            Thread.sleep(TOO_LONG_MILLIS);
        }
        appenders[victim].resume();
        if (!others) {
            throw new AssertionError("a paused appender holds up the others");
        }
    }

    private Result end() throws InterruptedException {
        for (ChildJvm appender : appenders) {
            appender.askToEnd();
        }
        for (Thread ear : ears) {
            ear.join();
        }
        server.kill();
        server = startServer();
        return Result.of(this, oracle, tailer);
    }

    String uri() {
        return uri;
    }

    long seed() {
        return seed;
    }

    int kills() {
        return kills;
    }

    int pauses() {
        return pauses;
    }

    int cuts() {
        return cuts;
    }

    @Override
    public void close() {
        tailer.close();
        line.close();
        for (ChildJvm appender : appenders) {
            appender.close();
        }
        server.close();
    }
}
