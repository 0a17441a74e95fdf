package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * What kept the processors busy during a phase of the platform: threads of the JVM as the kernel
 * counts them, and what is left by the code that ran, as the flight recorder samples it by CPU
 * time: that of the innermost frame whose code belongs to a part.
 *
 * @param shares of the CPU that the process used, by part
 * @param cores that it kept busy
 * @param allocated megabytes a second
 * @param paused share of the time in which the collector let nothing else run
 */
record Profile(Map<String, Double> shares, double cores, double allocated, double paused) {
    private static final String COMPILER = "JIT compiler";
    private static final String COLLECTOR = "garbage collector";
    private static final String RECORDER = "the recorder itself";
    private static final String STORE = "embedded store";
    private static final String DRIVER = "driver of the store";
    private static final String KAFKA = "Kafka";
    private static final String HTTP = "HTTP, gateway, sign-in checks";
    private static final String OTHER = "the JDK and others";

    private static final double WORTH_TELLING = 0.08;

    /** Beginnings of class names, and whose they are; the longer one of two comes first. */
    private static final Map<String, String> BY_CLASS = byClass();

    /** Beginnings of names of threads, for stacks in which nobody's code is. */
    private static final Map<String, String> BY_THREAD =
            Map.of(
                    "embedded-mongo", STORE,
                    "cluster-", DRIVER,
                    "kafka", KAFKA,
                    "data-plane-kafka", KAFKA,
                    "reactor-http", HTTP,
                    "http-nio", HTTP);

    /** Likewise of those of the JVM, as the kernel has them. */
    private static final Map<String, String> OF_JVM =
            Map.of(
                    "C1 Compiler", COMPILER,
                    "C2 Compiler", COMPILER,
                    "GC Thread", COLLECTOR,
                    "VM Thread", COLLECTOR,
                    "JFR ", RECORDER);

    private static Map<String, String> byClass() {
        Map<String, String> owners = new LinkedHashMap<>();
        for (String hash : List.of("sun.security.", "java.security.", "com.sun.crypto."))
            owners.put(hash, "signatures and hashes");
        owners.put("com.nimbusds.", HTTP);
        for (String store : List.of("de.bwaldvogel.", "org.h2.", "org.zhengyou.embedded.mongo."))
            owners.put(store, STORE);
        for (String driver : List.of("com.mongodb.", "org.bson.")) owners.put(driver, DRIVER);
        for (String kafka : List.of("org.apache.kafka.", "kafka.", "org.zhengyou.kit.kafka."))
            owners.put(kafka, KAFKA);
        for (String json : List.of("tools.jackson.", "com.fasterxml.")) owners.put(json, "JSON");
        owners.put("org.zhengyou.log.", "log");
        for (String view : List.of("org.zhengyou.kit.projection.", "org.zhengyou.kit.view."))
            owners.put(view, "views");
        for (String http :
                List.of(
                        "org.zhengyou.gateway.",
                        "org.zhengyou.kit.http.",
                        "org.springframework.",
                        "org.apache.catalina.",
                        "org.apache.coyote.",
                        "org.apache.tomcat.",
                        "reactor.")) owners.put(http, HTTP);
        owners.put("org.zhengyou.", "rules and the rest of the kit");
        return owners;
    }

    /** Whose code ran on this thread, by the classes of its stack from the innermost one on. */
    static String owner(String thread, Stream<String> classes) {
        return classes.flatMap(name -> of(BY_CLASS, name).stream())
                .findFirst()
                .or(() -> of(BY_THREAD, thread))
                .orElse(OTHER);
    }

    private static Optional<String> of(Map<String, String> owners, String name) {
        return owners.entrySet().stream()
                .filter(owner -> name.startsWith(owner.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * From what was counted.
     *
     * @param threads CPU seconds of all threads, by name
     * @param samples how often whose code ran
     * @param seconds how long the phase took
     */
    static Profile of(
            Map<String, Double> threads,
            Map<String, Integer> samples,
            double seconds,
            double allocatedBytes,
            double pausedSeconds) {
        double all = threads.values().stream().mapToDouble(cpu -> cpu).sum();
        double java = 0;
        Map<String, Double> cpu = new LinkedHashMap<>();
        for (Map.Entry<String, Double> thread : threads.entrySet()) {
            Optional<String> part = of(OF_JVM, thread.getKey());
            if (part.isPresent()) cpu.merge(part.get(), thread.getValue(), Double::sum);
            else java += thread.getValue();
        }
        double sampled = samples.values().stream().mapToInt(n -> n).sum();
        double perSample = java / Math.max(1, sampled);
        samples.forEach((part, n) -> cpu.merge(part, n * perSample, Double::sum));
        cpu.replaceAll((part, used) -> all == 0 ? 0 : used / all);
        return new Profile(
                cpu, all / seconds, allocatedBytes / 1e6 / seconds, pausedSeconds / seconds);
    }

    /** Likewise; reads the samples from a recording that has ended. */
    static Profile read(Path recording, Map<String, Double> threads, double seconds)
            throws IOException {
        Map<String, Integer> samples = new LinkedHashMap<>();
        double allocated = 0;
        double paused = 0;
        long used = -1; // after the last collection
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.CPUTimeSample" -> samples.merge(owner(event), 1, Integer::sum);
                    case "jdk.GCHeapSummary" -> {
                        long now = event.getLong("heapUsed");
                        boolean before = event.getString("when").equals("Before GC");
                        if (before && used >= 0) allocated += now - used;
                        used = before ? -1 : now;
                    }
                    case "jdk.GarbageCollection" ->
                            paused += event.getDuration("sumOfPauses").toNanos() / 1e9;
                    default -> {} // what a recording always has
                }
            }
        }
        return of(threads, samples, seconds, allocated, paused);
    }

    private static String owner(RecordedEvent event) {
        RecordedThread thread = event.getThread("eventThread");
        String name = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
        return event.getStackTrace() == null
                ? owner(name, Stream.empty())
                : owner(
                        name,
                        event.getStackTrace().getFrames().stream()
                                .map(frame -> frame.getMethod().getType().getName()));
    }

    /** The largest shares, in words. */
    String summary() {
        List<String> words = new ArrayList<>();
        shares.entrySet().stream()
                .filter(share -> share.getValue() >= WORTH_TELLING)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(
                        share ->
                                words.add(
                                        "%s %.0f %%"
                                                .formatted(
                                                        share.getKey(), 100 * share.getValue())));
        words.add("%.1f cores busy".formatted(cores));
        return String.join(", ", words);
    }
}
