package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * By what code the processors were kept busy, as the JVM's flight recorder sees it: the innermost
 * frame whose code belongs to somebody. The recorder looks at Java code only; what is left is the
 * kernel's.
 *
 * @param shares of the samples, by whose code it was
 */
record LogProfile(Map<String, Double> shares) {
    /** Beginnings of class names, the most telling first, and whose they are. */
    private static final Map<String, String> OWNERS = owners();

    private static final String OTHER = "the JDK and others";
    private static final String SAMPLE = "jdk.ExecutionSample";

    private static Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put("sun.security.provider.", "SHA-256");
        owners.put("java.util.concurrent.locks.", "waiting and waking");
        owners.put("java.util.concurrent.", "waiting and waking");
        owners.put("de.bwaldvogel.mongo.wire.", "BSON");
        owners.put("org.bson.", "BSON");
        owners.put("org.h2.mvstore.", "pages and maps");
        owners.put("de.bwaldvogel.mongo.", "the server's commands");
        owners.put("org.zhengyou.embedded.", "the server's commands");
        owners.put("io.netty.", "network");
        owners.put("com.mongodb.", "the driver");
        owners.put("org.zhengyou.log.", "the log");
        owners.put("org.zhengyou.bench.", "the benchmark");
        return owners;
    }

    /** Of a recording that has ended. */
    static LogProfile of(Path recording) throws IOException {
        Map<String, Double> counted = new LinkedHashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)
                        && event.getStackTrace() != null) {
                    samples++;
                    counted.merge(owner(event.getStackTrace().getFrames()), 1.0, Double::sum);
                }
            }
        }
        int all = Math.max(1, samples);
        counted.replaceAll((owner, count) -> count / all);
        return new LogProfile(counted);
    }

    private static String owner(List<RecordedFrame> frames) {
        return owner(frames.stream().map(f -> f.getMethod().getType().getName()));
    }

    /** Whose code it is, by the classes of a stack from the innermost one on. */
    static String owner(Stream<String> classes) {
        return classes.flatMap(
                        name -> OWNERS.entrySet().stream().filter(o -> name.startsWith(o.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** Rows of a table, the largest share first: whose code it is, how much. */
    List<List<String>> rows(String process) {
        List<List<String>> rows = new ArrayList<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(
                        share ->
                                rows.add(
                                        List.of(
                                                process,
                                                share.getKey(),
                                                "%.0f %%".formatted(100 * share.getValue()))));
        return rows;
    }
}
