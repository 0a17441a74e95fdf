package org.zhengyou.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.runtime.EventNames;

class EvaluationsServiceTest {
    @Test
    void every_command_and_every_event_has_a_name_of_its_own() {
        EventNames names = EventNames.of(EvaluationsService.definition());
        assertThat(names.commands()).hasSize(13);
        assertThat(names.ownEvents()).hasSize(14);
        assertThat(names.sources())
                .containsExactlyInAnyOrder(
                        "members", "organizations", "activities", "commendations");
    }
}
