package org.zhengyou.insight.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
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

    @ParameterizedTest
    @ValueSource(
            strings = {"organizations", "members", "activities", "evaluations", "commendations"})
    void what_is_attested_is_read_of_every_service(String service) {
        assertThat(ApprovedSamples.read(service, ActAttested.class).act().isOf(service)).isTrue();
    }

    @Test
    void what_moved_in_a_merger_is_read() {
        assertThat(ApprovedSamples.read("organizations", OrganizationsMerged.class).moved())
                .containsExactly("o-4");
    }
}
