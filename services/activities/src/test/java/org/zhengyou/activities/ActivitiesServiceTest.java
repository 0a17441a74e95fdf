package org.zhengyou.activities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.openapi.OpenApiDocument;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.spec.ApprovedApi;

class ActivitiesServiceTest {
    private static final EventNames NAMES = EventNames.of(ActivitiesService.definition());

    @Test
    void every_command_and_event_has_a_name_of_its_own() {
        assertThat(NAMES.commands()).hasSize(21).containsKeys("LaunchCampaign", "HoldActivity");
        assertThat(NAMES.ownEvents()).hasSize(21).containsKey("activities.PlanTaskAssigned");
        assertThat(NAMES.sources()).containsExactly("members", "organizations");
    }

    @Test
    void every_field_of_every_command_is_described() {
        var schemas =
                OpenApiDocument.of(ActivitiesService.definition(), NAMES)
                        .path("components")
                        .path("schemas");
        for (String command : NAMES.commands().keySet()) {
            var fields = schemas.path(command).path("properties");
            assertThat(fields.isEmpty()).as(command).isFalse();
            fields.forEachEntry(
                    (field, schema) ->
                            assertThat(schema.findValuesAsString("description"))
                                    .as(command + "." + field)
                                    .isNotEmpty());
        }
    }

    @Test
    void the_service_shows_what_its_readers_ask_for() {
        assertThat(ActivitiesService.definition().views())
                .extracting(view -> view.name())
                .containsExactly(
                        "directives",
                        "calendar",
                        "phase-exceptions",
                        "plan-cascade",
                        "coverage",
                        "activity-forms",
                        "activities",
                        "attendance",
                        "projects",
                        "policies",
                        "late-acts");
    }

    @Test
    void what_it_offers_is_approved_and_has_names_for_people() {
        ApprovedApi.match(ActivitiesService.definition());
    }
}
