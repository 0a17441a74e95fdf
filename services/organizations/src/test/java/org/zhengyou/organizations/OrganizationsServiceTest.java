package org.zhengyou.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.openapi.OpenApiDocument;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.spec.ApprovedApi;

class OrganizationsServiceTest {
    private static final EventNames NAMES = EventNames.of(OrganizationsService.definition());

    @Test
    void every_command_and_event_has_a_name_of_its_own() {
        assertThat(NAMES.commands())
                .hasSize(14)
                .containsKeys("EstablishOrganization", "AppointToOffice", "SeatOfficeHolders");
        assertThat(NAMES.ownEvents()).hasSize(13).containsKey("organizations.FunctionGranted");
        assertThat(NAMES.sources()).containsExactly("members");
    }

    @Test
    void every_field_of_every_command_is_described() {
        var schemas =
                OpenApiDocument.of(OrganizationsService.definition(), NAMES)
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
    void the_service_shows_tree_offices_bodies_and_what_is_missing() {
        assertThat(OrganizationsService.definition().views())
                .extracting(view -> view.name())
                .containsExactly(
                        "organization-tree",
                        "office-holders",
                        "bodies",
                        "missing-campaign-offices",
                        "policies",
                        "late-acts");
    }

    @Test
    void what_it_offers_is_approved_and_has_names_for_people() {
        ApprovedApi.match(OrganizationsService.definition());
    }
}
