package org.zhengyou.insight.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ApprovedSamples;

/** What the other services promise is what is read here. */
class ApprovedFactsTest {
    private static final Map<String, List<Class<?>>> READ =
            Map.of(
                    "organizations", OrganizationsFacts.ALL,
                    "members", MembersFacts.ALL,
                    "activities", ActivitiesFacts.ALL,
                    "evaluations", EvaluationsFacts.ALL,
                    "commendations", CommendationsFacts.ALL);

    @ParameterizedTest
    @ValueSource(
            strings = {"organizations", "members", "activities", "evaluations", "commendations"})
    void every_event_of_the_catalog_is_read_and_no_other(String service) throws IOException {
        try (var files = Files.list(catalog().resolve(service))) {
            var approved =
                    files.map(f -> f.getFileName().toString().replace(".json", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(READ.getOrDefault(service, List.of()))
                    .extracting(Class::getSimpleName)
                    .containsExactlyInAnyOrderElementsOf(approved);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"organizations", "members", "activities", "evaluations", "commendations"})
    void the_approved_samples_are_understood(String service) {
        for (Class<?> type : READ.getOrDefault(service, List.of()))
            assertThat(ApprovedSamples.read(service, type))
                    .as(service + "." + type.getSimpleName())
                    .hasNoNullFieldsOrPropertiesExcept("parent", "lecturer");
    }

    @Test
    void what_moved_in_a_merger_is_read() {
        assertThat(ApprovedSamples.read("organizations", OrganizationsMerged.class).moved())
                .containsExactly("o-4");
    }

    private static Path catalog() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("docs").resolve("events")))
            folder = folder.getParent();
        if (folder == null) throw new AssertionError("not inside the repository");
        return folder.resolve("docs").resolve("events");
    }
}
