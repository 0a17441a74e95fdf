package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Refused;
import org.zhengyou.standalone.client.SignIn;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.Passwords;
import tools.jackson.databind.JsonNode;

/**
 * Roles on a whole platform: from the command of the committee to the token of the next sign-in.
 */
@ExtendWith(RunningCampaign.Shared.class)
class PlatformRolesHttpTest {
    private static final String OF_TODAY = "2011-07-20";

    private final RunningCampaign campaign;

    PlatformRolesHttpTest(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    /** What the token of a sign-in of now says. */
    private List<String> rolesOf(DemoPeople person) {
        campaign.settle();
        PlatformOptions options = campaign.platform().options();
        String password = Passwords.read(options.data()).getOrDefault(person.login(), "");
        String token = new SignIn(options.issuer()).as(person.login(), password).value();
        List<String> roles = new ArrayList<>();
        Http.get(campaign.api() + "/members/me", token)
                .json()
                .path("roles")
                .forEach(role -> roles.add(role.asString()));
        return roles;
    }

    private void send(DemoPeople by, String command, Map<String, String> body) {
        String service = command.endsWith("PlatformRole") ? "members" : "organizations";
        String key = UUID.randomUUID().toString();
        campaign.settle();
        campaign.client()
                .send(new Command(by.subject(), service, command, body, OF_TODAY, key, List.of()));
    }

    private static Map<String, String> role(DemoPeople person, String role) {
        return Map.of("person", person.subject(), "role", role);
    }

    @Test
    void what_a_token_carries_is_what_the_demonstration_granted() {
        assertThat(rolesOf(DemoPeople.AUDITOR)).containsExactly("AUDITOR");
        assertThat(rolesOf(DemoPeople.COMMITTEE_SECRETARY))
                .containsExactlyInAnyOrder("SETUP", "OPERATOR");
        assertThat(rolesOf(DemoPeople.DEPUTY_SECRETARY)).isEmpty();
        List<JsonNode> rows =
                campaign.rows(DemoPeople.AUDITOR.subject(), "members", "platform-roles");
        assertThat(rows)
                .filteredOn(row -> row.path("key").asString().equals(DemoPeople.AUDITOR.subject()))
                .extracting(row -> row.path("auditorSince").asString())
                .containsExactly("2010-05-01");
    }

    @Test
    void a_role_is_in_the_next_token_after_it_was_granted_and_not_after_it_was_revoked() {
        Map<String, String> operator = role(DemoPeople.MEMBER, "OPERATOR");
        send(DemoPeople.DEPUTY_SECRETARY, "GrantPlatformRole", operator);
        assertThat(rolesOf(DemoPeople.MEMBER)).containsExactly("OPERATOR");

        send(DemoPeople.DEPUTY_SECRETARY, "RevokePlatformRole", operator);
        assertThat(rolesOf(DemoPeople.MEMBER)).isEmpty();
    }

    @Test
    void who_audits_is_given_no_office_and_who_holds_one_does_not_audit() {
        Map<String, String> office =
                Map.of(
                        "appointment",
                        UUID.randomUUID().toString(),
                        "organization",
                        campaign.rows(DemoPeople.BRANCH_SECRETARY.subject(), "members", "accounts")
                                .getFirst()
                                .path("branch")
                                .asString(),
                        "office",
                        "DEPUTY_SECRETARY",
                        "person",
                        DemoPeople.AUDITOR.subject());
        assertThatThrownBy(() -> send(DemoPeople.COMMITTEE_SECRETARY, "AppointToOffice", office))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("CONFLICT_OF_INTEREST"));
        assertThatThrownBy(
                        () ->
                                send(
                                        DemoPeople.COMMITTEE_SECRETARY,
                                        "GrantPlatformRole",
                                        role(DemoPeople.BRANCH_SECRETARY, "AUDITOR")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("CONFLICT_OF_INTEREST"));
    }

    @Test
    void others_see_no_roles_but_their_own() {
        assertThat(
                        campaign.rows(
                                DemoPeople.BRANCH_SECRETARY.subject(), "members", "platform-roles"))
                .isEmpty();
    }
}
