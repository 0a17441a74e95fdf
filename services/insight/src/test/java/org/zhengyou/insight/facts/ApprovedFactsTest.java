package org.zhengyou.insight.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.authority.MemberFacts;
import org.zhengyou.kit.spec.ApprovedSamples;

/** What the other services promise is what is read here. */
class ApprovedFactsTest {
    private static final Map<String, List<Class<?>>> READ =
            Map.of(
                    "organizations", OrganizationsFacts.ALL,
                    "members", MemberFacts.ALL,
                    "activities", ActivitiesFacts.ALL);

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "members", "activities"})
    void the_approved_samples_are_understood(String service) {
        for (Class<?> type : READ.getOrDefault(service, List.of()))
            assertThat(ApprovedSamples.read(service, type))
                    .as(service + "." + type.getSimpleName())
                    .hasNoNullFieldsOrPropertiesExcept("parent");
    }

    @Test
    void what_moved_in_a_merger_is_read() {
        assertThat(ApprovedSamples.read("organizations", OrganizationsMerged.class).moved())
                .containsExactly("o-4");
    }
}
