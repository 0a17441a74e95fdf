package org.zhengyou.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.zhengyou.kit.Service;
import org.zhengyou.standalone.Platform;
import org.zhengyou.standalone.PlatformOptions;

/** Puts load on a platform and measures what becomes of it. */
final class Load {
    private final JavaProcess process;
    private final PlatformOptions options;
    private final World world;

    /** Load on this platform, which is empty so far. */
    Load(JavaProcess process, PlatformOptions options) {
        this(process, options, World.found(options));
    }

    /** Load on this platform, in which this world exists. */
    Load(JavaProcess process, PlatformOptions options, World world) {
        this.process = process;
        this.options = options;
        this.world = world;
    }

    /** Requests as the rounds send them. */
    Supplier<byte[]> requests(Workload workload) {
        return workload.requests(world, options.gatewayPort());
    }

    /** So many clients send such commands for so long; afterwards everything is quiet again. */
    Round round(Workload workload, int clients, Duration length) {
        String service = workload.service();
        Meters before = meters();
        CpuUse cpu = CpuUse.now(process.pid());
        ClosedLoop.Seen seen =
                new ClosedLoop(options.gatewayPort(), requests(workload)).run(clients, length);
        double quietAfter = awaitQuiet(service);
        CpuUse used = CpuUse.now(process.pid()).since(cpu);
        Meters after = meters();
        double commands = seen.micros().getTotalCount();
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.PER_SECOND, seen.perSecond());
        figures.put(Figure.P50, seen.millisAt(50));
        figures.put(Figure.P99, seen.millisAt(99));
        figures.put(Figure.P999, seen.millisAt(99.9));
        figures.put(Figure.LAG_P50, after.visibleMillis(service, 0.5, before));
        figures.put(Figure.LAG_P99, after.visibleMillis(service, 0.99, before));
        figures.put(Figure.QUIET, quietAfter);
        figures.put(Figure.BATCH, after.batch(before, "\"log\",service=\"" + service + "\""));
        figures.put(Figure.COPIES, after.grown("_sum", "", before) / commands);
        figures.put(Figure.INBOX_BATCH, after.batch(before, "\"inbox\""));
        figures.put(Figure.PLATFORM_CPU, 1_000 * used.process() / commands);
        figures.put(Figure.CLIENT_CPU, 1_000 * used.self() / commands);
        figures.put(Figure.OTHERS, used.others() / (seen.seconds() + quietAfter));
        return new Round(figures);
    }

    /** Cores that the platform keeps busy while nobody asks anything. */
    double idleCores(Duration length) {
        CpuUse cpu = CpuUse.now(process.pid());
        pause(length);
        return CpuUse.now(process.pid()).since(cpu).process() / (length.toMillis() / 1e3);
    }

    static void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < until) LockSupport.parkNanos(until - System.nanoTime());
    }

    private double awaitQuiet(String source) {
        long position = meters().head(source);
        long begun = System.nanoTime();
        for (Service service : Platform.allServices())
            if (hears(service, source))
                world.awaitSeen(
                        service.name(), service.views().getFirst().name(), source, position);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Everybody hears of organisations, because authority rests on them. */
    static boolean hears(Service service, String source) {
        return service.name().equals(source)
                || source.equals("organizations")
                || service.listensTo().containsKey(source);
    }

    private Meters meters() {
        return Meters.of(options.internalPort(), world.token());
    }
}
