package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.standalone.client.SignIn;
import org.zhengyou.standalone.demo.DemoAccounts;
import org.zhengyou.standalone.demo.DemoProgress;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.Passwords;
import tools.jackson.databind.JsonNode;

/** The accounts that the demonstration opens. */
@ExtendWith(RunningCampaign.Shared.class)
class DemoAccountsTest {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();

    private final RunningCampaign campaign;

    DemoAccountsTest(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    private void open() {
        PlatformOptions options = campaign.platform().options();
        new DemoAccounts(campaign.client(), options.issuer(), options.data(), DemoProgress.none())
                .open();
    }

    private Map<String, String> passwords() {
        return Passwords.read(campaign.platform().options().data());
    }

    private Set<String> secretaries() {
        Set<String> secretaries = new TreeSet<>();
        for (JsonNode row : campaign.rows(SECRETARY, "organizations", "office-holders"))
            if (row.path("secretary").isString()) secretaries.add(row.path("secretary").asString());
        return secretaries;
    }

    @Test
    void every_secretary_and_twenty_members_can_sign_in_and_are_not_invited_again() {
        open();
        Map<String, String> opened = passwords();
        assertThat(opened).containsKeys("committee-secretary", "secretary-z002", "member-20");
        SignIn signIn = new SignIn(campaign.platform().options().issuer());
        for (String login : Set.of("secretary-z002", "member-20"))
            assertThat(signIn.as(login, opened.getOrDefault(login, "")).value()).isNotEmpty();
        for (String secretary : secretaries())
            if (!DemoPeople.isOne(secretary))
                assertThat(state(secretary)).as(secretary).isEqualTo("LINKED");

        long head = campaign.platform().services().runtime("members").log().head();
        open();
        assertThat(passwords()).isEqualTo(opened);
        assertThat(campaign.platform().services().runtime("members").log().head()).isEqualTo(head);
    }

    private String state(String member) {
        campaign.settle();
        return campaign.client()
                .get(SECRETARY, "/api/members/accounts?keys=" + member)
                .path("rows")
                .path(0)
                .path("state")
                .asString();
    }
}
