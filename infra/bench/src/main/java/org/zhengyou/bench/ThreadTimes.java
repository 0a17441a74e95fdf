package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time of the threads of a process, as the Linux kernel counts it. A thread that ends keeps
 * what it had when it was looked at last; so whoever wants the compilers' share, whose threads come
 * and go, looks often.
 */
final class ThreadTimes {
    private record Known(String name, double seconds) {}

    private final long pid;
    private final Map<String, Known> first = new HashMap<>();
    private final Map<String, Known> last = new HashMap<>();

    /** From now on. */
    ThreadTimes(long pid) {
        this.pid = pid;
        look();
        first.putAll(last);
    }

    /** Looks at all threads that there are. */
    synchronized void look() {
        try (DirectoryStream<Path> tasks =
                Files.newDirectoryStream(Path.of("/proc/" + pid, "task"))) {
            for (Path task : tasks) look(task);
        } catch (IOException e) {
            throw new IllegalStateException("cannot see the threads of " + pid, e);
        }
    }

    private void look(Path task) {
        String stat;
        try {
            stat = Files.readString(task.resolve("stat"));
        } catch (IOException e) {
            return; // it has ended between the two looks
        }
        last.put(task.getFileName().toString(), new Known(name(stat), CpuUse.ofProcess(stat)));
    }

    /** What the kernel calls a thread, in 15 characters at most. */
    static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    }

    /** Seconds since the beginning, by name. */
    synchronized Map<String, Double> seconds() {
        look();
        Map<String, Double> seconds = new TreeMap<>();
        last.forEach(
                (task, now) -> {
                    Known before = first.get(task);
                    double since = now.seconds() - (before == null ? 0 : before.seconds());
                    seconds.merge(now.name(), since, Double::sum);
                });
        return seconds;
    }
}
