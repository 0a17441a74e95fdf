package org.zhengyou.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Where it was measured, with two probes that tell machines apart. */
final class Machine {
    private static final int FORCES = 100;
    private static final int BLOCK = 4 << 10;
    private static final int HASHED = 64 << 20;

    private Machine() {}

    /** Names and values; the disk is that of this folder. */
    static List<List<String>> described(Path folder) throws IOException {
        return List.of(
                List.of("date", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()),
                List.of("processor", value("/proc/cpuinfo", "model name")),
                List.of("cores", String.valueOf(Runtime.getRuntime().availableProcessors())),
                List.of("memory", value("/proc/meminfo", "MemTotal")),
                List.of("Linux", System.getProperty("os.version", "")),
                List.of(
                        "JDK",
                        System.getProperty("java.vendor.version", "") + ", " + Runtime.version()),
                List.of(
                        "4 KiB to disk and forced, median",
                        "%.2f ms".formatted(forceMillis(folder))),
                List.of("SHA-256 on one core", "%.0f MB/s".formatted(hashedPerSecond())));
    }

    private static String value(String file, String name) {
        return CpuUse.read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static double forceMillis(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "probe", "");
        List<Double> millis = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < FORCES; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(BLOCK));
                channel.force(false);
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        } finally {
            Files.delete(file);
        }
        return Round.median(millis.stream().mapToDouble(m -> m).toArray());
    }

    private static double hashedPerSecond() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = new byte[HASHED];
            digest.digest(bytes); // warms up
            long begun = System.nanoTime();
            digest.digest(bytes);
            return HASHED * 1e3 / (System.nanoTime() - begun);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
