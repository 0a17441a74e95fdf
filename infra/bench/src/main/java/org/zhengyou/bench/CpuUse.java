package org.zhengyou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * CPU time in seconds, user and system, as the Linux kernel counts it ({@code proc(5)}).
 *
 * @param process of the process that is measured
 * @param self of this process
 * @param machine of everything that runs on this machine
 */
record CpuUse(double process, double self, double machine) {
    /** {@code sysconf(_SC_CLK_TCK)}, the same on every Linux that runs a JVM. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int GUESTS = 8;

    static CpuUse now(long pid) {
        return new CpuUse(
                ofProcess(read("/proc/" + pid + "/stat")),
                ofProcess(read("/proc/self/stat")),
                ofMachine(read("/proc/stat")));
    }

    CpuUse since(CpuUse earlier) {
        return new CpuUse(
                process - earlier.process, self - earlier.self, machine - earlier.machine);
    }

    /** What neither of the two processes used. */
    double others() {
        return Math.max(0, machine - process - self);
    }

    /** From {@code /proc/<pid>/stat}, in which the program's name may hold anything. */
    static double ofProcess(String stat) {
        List<String> fields = words(stat.substring(stat.lastIndexOf(')') + 2));
        long user = Long.parseLong(fields.get(USER_TIME));
        return (user + Long.parseLong(fields.get(SYSTEM_TIME))) / TICKS_PER_SECOND;
    }

    /** From {@code /proc/stat}: all but idling and waiting; guests are counted as users already. */
    static double ofMachine(String stat) {
        List<String> fields = words(stat.lines().findFirst().orElse("").replace("cpu", ""));
        long ticks =
                LongStream.range(0, Math.min(GUESTS, fields.size()))
                        .filter(i -> i != IDLE && i != WAITING)
                        .map(i -> Long.parseLong(fields.get((int) i)))
                        .sum();
        return ticks / TICKS_PER_SECOND;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
