package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhengyou.kit.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalog of events, {@code docs/events/<service>/<Event>.json}: one approved sample of each
 * stored shape. Stored events cannot be taken back, so a change of shape is a red build.
 */
public final class ApprovedSamples {
    private static final JsonMapper JSON = Json.tolerant();

    private ApprovedSamples() {}

    /**
     * Every event of the sealed interfaces has an approved sample, equal to what is written now,
     * and reads back as it was. Run with {@code -Dapprove=true} to write samples that are missing;
     * an existing one is never overwritten.
     */
    public static void match(String service, List<Object> samples, Class<?>... sealed) {
        var needed = new TreeSet<String>();
        for (Class<?> type : sealed) leaves(type).forEach(c -> needed.add(c.getSimpleName()));
        var given = new TreeSet<String>();
        samples.forEach(sample -> given.add(sample.getClass().getSimpleName()));
        assertThat(given).as("samples in the test, one per event").isEqualTo(needed);
        for (Object sample : samples) matches(service, sample);
        assertThat(approved(service)).as("files in docs/events/" + service).isEqualTo(needed);
    }

    /** The approved sample of another service's event, read with the reader's own record. */
    public static <T> T read(String service, Class<T> readersRecord) {
        return JSON.readValue(text(file(service, readersRecord.getSimpleName())), readersRecord);
    }

    /** Whether there is an approved sample of this event of a service. */
    static boolean has(String service, Class<?> event) {
        return Files.exists(file(service, event.getSimpleName()));
    }

    /** The approved sample of an event, as it is written. */
    static JsonNode read(String service, String event) {
        return JSON.readTree(text(file(service, event)));
    }

    private static void matches(String service, Object sample) {
        Path file = file(service, sample.getClass().getSimpleName());
        String now =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sample).replace("\r", "")
                        + "\n";
        if (!Files.exists(file) && Boolean.getBoolean("approve")) write(file, now);
        assertThat(text(file)).as("approved sample %s", file.getFileName()).isEqualTo(now);
        assertThat((Object) JSON.readValue(now, sample.getClass())).isEqualTo(sample);
    }

    private static List<Class<?>> leaves(Class<?> type) {
        List<Class<?>> leaves = new ArrayList<>();
        if (!type.isSealed()) return List.of(type);
        Arrays.stream(type.getPermittedSubclasses()).forEach(c -> leaves.addAll(leaves(c)));
        return leaves;
    }

    /** The names of all events of a service that have an approved sample. */
    public static Set<String> approved(String service) {
        try (Stream<Path> files = Files.list(root().resolve(service))) {
            var names = new TreeSet<String>();
            files.forEach(f -> names.add(f.getFileName().toString().replace(".json", "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String service, String event) {
        return root().resolve(service).resolve(event + ".json");
    }

    private static Path root() {
        return docs().resolve("events");
    }

    /** The folder {@code docs} of the repository. */
    static Path docs() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("zhengyou"))) {
            folder = folder.getParent();
            if (folder == null) throw new AssertionError("not inside the repository");
        }
        return folder.resolve("docs");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(
                    "no approved sample: " + file + " (write it with -Dapprove=true)", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
