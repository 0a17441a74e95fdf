package org.zhengyou.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.zhengyou.bench.campaign.University;

/** What a team would otherwise build, in a process of its own; see {@code infra/bench-envers}. */
final class EnversPeer implements AutoCloseable {
    private static final String CLASS_PATH = "zhengyou.bench.envers.classpath";
    private static final String MAIN = "org.zhengyou.bench.envers.EnversWorker";

    private final Postgres postgres;
    private final WorkerProcess process;
    private final int port;

    /**
     * How Envers keeps history: as it does by itself, or with the strategy and the indexes that a
     * team would choose once it has found that too slow.
     */
    enum Kind {
        GENERATED,
        TUNED
    }

    /**
     * Starts it on a database of its own, with the members of a university in it.
     *
     * @param issuer whose tokens it takes
     */
    EnversPeer(Postgres postgres, Kind kind, University university, String issuer) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String argument = postgres.create() + " " + issuer + "/oauth2/jwks " + name;
        String classPath = System.getProperty(CLASS_PATH, "");
        this.postgres = postgres;
        this.process = WorkerProcess.start(classPath, MAIN, argument, List.of());
        process.answer();
        process.ask(
                "found %s %s %s %s"
                        .formatted(
                                university.committee(),
                                university.secretary(),
                                university.campaign(),
                                String.join(" ", university.generalBranches())));
        process.ask("members " + university.members());
        this.port = process.ask("port").getOrDefault("port", 0.0).intValue();
    }

    /** Whether its class path is known. */
    static boolean isThere() {
        return !System.getProperty(CLASS_PATH, "").isEmpty();
    }

    int port() {
        return port;
    }

    /** So many clients send such commands for so long. */
    Round round(Workload workload, World world, int clients, Duration length) {
        Supplier<byte[]> requests = workload.requests(world, port);
        CpuUse before = used();
        ClosedLoop.Seen seen = new ClosedLoop(port, requests).run(clients, length);
        CpuUse used = used().since(before);
        double commands = seen.micros().getTotalCount();
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.PER_SECOND, seen.perSecond());
        figures.put(Figure.P50, seen.millisAt(50));
        figures.put(Figure.P99, seen.millisAt(99));
        figures.put(Figure.P999, seen.millisAt(99.9));
        figures.put(Figure.PLATFORM_CPU, 1_000 * used.process() / commands);
        figures.put(Figure.CLIENT_CPU, 1_000 * used.self() / commands);
        figures.put(Figure.OTHERS, used.others() / seen.seconds());
        return new Round(figures);
    }

    /** PostgreSQL is part of it. */
    private CpuUse used() {
        CpuUse now = CpuUse.now(process.pid());
        return new CpuUse(now.process() + postgres.cpu(), now.self(), now.machine());
    }

    @Override
    public void close() {
        process.close();
    }
}
