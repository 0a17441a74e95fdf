package org.zhengyou.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.spec.ApprovedApi;

class EvaluationsServiceTest {
    @Test
    void every_command_and_every_event_has_a_name_of_its_own() {
        EventNames names = EventNames.of(EvaluationsService.definition());
        assertThat(names.commands()).hasSize(15);
        assertThat(names.ownEvents()).hasSize(17);
        assertThat(names.sources())
                .containsExactlyInAnyOrder(
                        "members", "organizations", "activities", "commendations");
    }

    @Test
    void what_it_offers_is_approved_and_has_names_for_people() {
        ApprovedApi.match(EvaluationsService.definition());
    }
}
