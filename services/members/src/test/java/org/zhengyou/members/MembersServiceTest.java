package org.zhengyou.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.openapi.OpenApiDocument;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.spec.ApprovedApi;

class MembersServiceTest {
    private static final EventNames NAMES = EventNames.of(MembersService.definition());

    @Test
    void every_command_and_event_has_a_name_of_its_own() {
        assertThat(NAMES.commands())
                .containsOnlyKeys(
                        "RegisterPartyMember",
                        "TransferMember",
                        "EndMembership",
                        "IssueInvite",
                        "LinkAccount",
                        "UnlinkAccount",
                        "ProposeLink",
                        "MarkLinkDisputed",
                        "GrantPlatformRole",
                        "RevokePlatformRole",
                        "AdoptPolicy",
                        "AttestAct");
        assertThat(NAMES.ownEvents()).hasSize(12).containsKey("members.MemberTransferred");
        assertThat(NAMES.sources()).containsExactly("organizations");
    }

    @Test
    void every_field_of_every_command_is_described() {
        var schemas =
                OpenApiDocument.of(MembersService.definition(), NAMES)
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
    void it_alone_opens_personal_data_and_shows_members_and_rosters() {
        assertThat(MembersService.definition().opensPersonalData()).isTrue();
        assertThat(MembersService.definition().views())
                .extracting(view -> view.name())
                .containsExactly(
                        "members",
                        "branch-roster",
                        "ended-branches",
                        "accounts",
                        "platform-roles",
                        "policies",
                        "late-acts");
    }

    @Test
    void what_it_offers_is_approved_and_has_names_for_people() {
        ApprovedApi.match(MembersService.definition());
    }
}
