package org.zhengyou.commendations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.spec.ApprovedApi;

class CommendationsServiceTest {
    @Test
    void it_has_the_keys_to_what_it_seals() {
        assertThat(CommendationsService.definition().opensPersonalData()).isTrue();
    }

    @Test
    void every_command_and_every_event_has_a_name_of_its_own() {
        EventNames names = EventNames.of(CommendationsService.definition());
        assertThat(names.commands()).hasSize(12);
        assertThat(names.ownEvents()).hasSize(13);
        assertThat(names.sources())
                .containsExactlyInAnyOrder("members", "organizations", "activities", "evaluations");
    }

    @Test
    void what_it_offers_is_approved_and_has_names_for_people() {
        ApprovedApi.match(CommendationsService.definition());
    }
}
