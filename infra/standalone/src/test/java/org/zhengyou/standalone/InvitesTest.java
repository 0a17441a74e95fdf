package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.standalone.client.InviteUse;
import org.zhengyou.standalone.client.InviteUse.Answer;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.client.SignIn;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.InviteCode;
import tools.jackson.databind.JsonNode;

/** Invites on a whole platform: from the register to the sign-in and back. */
@ExtendWith(RunningCampaign.Shared.class)
class InvitesTest {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();
    private static final String PASSWORD = "correct horse battery";

    private final RunningCampaign campaign;
    private final InviteUse invites;
    private final SignIn signIn;

    InvitesTest(RunningCampaign campaign) {
        this.campaign = campaign;
        this.invites = new InviteUse(campaign.platform().options().issuer());
        this.signIn = new SignIn(campaign.platform().options().issuer());
    }

    /** The nth member of branches in which no other test invites. */
    private String member(int nth) {
        String taken = branch();
        return campaign.rows(SECRETARY, "members", "accounts").stream()
                .filter(row -> !row.path("branch").asString().equals(taken))
                .map(row -> row.path("key").asString())
                .filter(key -> !DemoPeople.isOne(key))
                .skip(nth)
                .findFirst()
                .orElseThrow();
    }

    private String invited(String member) {
        return invited(member, Instant.now().toString(), null);
    }

    private String invited(String member, String effectiveAt, @Nullable String expiresOn) {
        String code = InviteCode.random();
        Map<String, String> body = new HashMap<>();
        body.put("invite", UUID.randomUUID().toString());
        body.put("member", member);
        body.put("codeDigest", InviteCode.digest(code).orElseThrow());
        if (expiresOn != null) body.put("expiresOn", expiresOn);
        Recorded issued = send("IssueInvite", body, effectiveAt);
        shown(issued);
        return code;
    }

    private Recorded send(String command, Map<String, String> body, String effectiveAt) {
        String key = UUID.randomUUID().toString();
        return campaign.client()
                .send(
                        new Command(
                                SECRETARY, "members", command, body, effectiveAt, key, List.of()));
    }

    private void shown(Recorded recorded) {
        campaign.client().get(SECRETARY, "/api/members/accounts?limit=1&after=" + recorded.after());
    }

    private String tokenOf(String login) {
        return signIn.as(login, PASSWORD).value();
    }

    private JsonNode account(String member) {
        campaign.settle();
        return campaign.client()
                .get(SECRETARY, "/api/members/accounts?keys=" + member)
                .path("rows")
                .path(0);
    }

    @Test
    void whoever_uses_an_invite_acts_as_the_member_and_the_log_says_that_they_did_it() {
        String member = member(0);
        String code = invited(member);
        assertThat(invites.redeem(code, "Invited.One", PASSWORD).isOpen()).isTrue();

        String token = tokenOf("invited.one");
        JsonNode me = Http.get(campaign.api() + "/members/me", token).json();
        assertThat(me.path("person").asString()).isEqualTo(member);
        assertThat(account(member).path("state").asString()).isEqualTo("LINKED");
        List<String> actors = new ArrayList<>();
        List<JsonNode> linked =
                campaign.rows(
                        SECRETARY,
                        "insight",
                        "timeline",
                        "filter=type:members.AccountLinked",
                        "filter=persons:" + member);
        for (JsonNode row : linked) actors.add(row.path("actor").asString());
        assertThat(actors).containsExactly(member);
    }

    @Test
    void used_expired_replaced_and_unknown_codes_get_one_answer() {
        String used = invited(member(1));
        assertThat(invites.redeem(used, "used", PASSWORD).isOpen()).isTrue();
        String replaced = invited(member(2));
        invited(member(2));
        String expired = invited(member(3), "2011-07-01", "2011-07-14");

        List<Answer> answers = new ArrayList<>();
        for (String code : List.of(used, replaced, expired, InviteCode.random()))
            answers.add(invites.redeem(code, "nobody", PASSWORD));
        assertThat(answers).allMatch(answer -> answer.status() == 422);
        assertThat(answers.stream().map(answer -> shown(answer.text())).distinct()).hasSize(1);
        assertThat(shown(answers.getFirst().text())).contains("该邀请码不能使用");
    }

    @Test
    void nobody_becomes_one_of_the_demo_people_whose_roles_no_office_gives() {
        String auditor = invited(DemoPeople.AUDITOR.subject());

        assertThat(invites.redeem(auditor, "auditor-too", PASSWORD).status()).isEqualTo(422);
    }

    /** Without what differs from page to page and from code to code. */
    private static String shown(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void a_new_invite_lets_its_bearer_choose_a_new_password_and_ends_the_old_one() {
        String member = member(4);
        invites.redeem(invited(member), "forgetful", PASSWORD);
        tokenOf("forgetful");
        String again = invited(member);
        assertThat(tokenOf("forgetful")).as("the old one works until then").isNotEmpty();

        assertThat(invites.redeem(again, "forgetful", "another long password").isOpen()).isTrue();
        assertThatThrownBy(() -> tokenOf("forgetful")).hasMessageContaining("wrong");
        assertThat(signIn.as("forgetful", "another long password").value()).isNotEmpty();
    }

    @Test
    void an_account_that_was_ended_opens_nothing_until_the_next_invite() {
        String member = member(5);
        invites.redeem(invited(member), "ended", PASSWORD);
        tokenOf("ended");
        shown(
                send(
                        "UnlinkAccount",
                        Map.of("member", member, "reason", "NOT_NEEDED"),
                        Instant.now().toString()));

        assertThatThrownBy(() -> tokenOf("ended")).hasMessageContaining("unlinked");
        assertThat(invites.redeem(invited(member), "ended", PASSWORD).isOpen()).isTrue();
        assertThat(tokenOf("ended")).isNotEmpty();
    }

    @Test
    void what_is_chosen_must_be_fit_and_free_and_the_invite_stays_good_until_it_is() {
        String code = invited(member(6));
        invites.redeem(invited(member(7)), "somebody", PASSWORD);
        Map<String, String> wrong =
                Map.of(
                        "x/" + PASSWORD,
                        "登录名须为",
                        "with blank/" + PASSWORD,
                        "登录名须为",
                        "fit/short",
                        "密码须至少 12 个字符",
                        "fit/" + "长".repeat(25),
                        "密码须至少 12 个字符",
                        "fit/" + code.toLowerCase(Locale.ROOT),
                        "不得为邀请码",
                        "SOMEBODY/" + PASSWORD,
                        "已被他人使用",
                        "auditor/" + PASSWORD,
                        "已被他人使用");
        wrong.forEach(
                (typed, said) -> {
                    String[] parts = typed.split("/", 2);
                    Answer answer = invites.redeem(code, parts[0], parts[1]);
                    assertThat(answer.status()).as(typed).isEqualTo(422);
                    assertThat(visible(answer.text())).as(typed).contains(said);
                });
        assertThat(invites.redeem(code, "fit", PASSWORD).isOpen()).isTrue();
    }

    /** The notes that are not hidden. */
    private static String visible(String page) {
        return page.replaceAll("(?s)<div class=\"note\"[^>]* hidden>.*?</div>", "");
    }

    @Test
    void neither_code_nor_password_nor_login_is_kept_in_clear() throws IOException {
        String code = invited(member(8));
        invites.redeem(code, "in-clear-nowhere", PASSWORD + "-kept-by-nobody");

        Path data = campaign.platform().options().data();
        String accounts = Files.readString(data.resolve("identity/accounts.json"));
        assertThat(accounts).contains("$2a$10$").doesNotContain("in-clear", "kept-by-nobody");
        Needles needles = new Needles(Set.of(code, code.replace("-", ""), "-kept-by-nobody"));
        assertThat(needles.in(campaign.output())).isEmpty();
        assertThat(needles.in(data.resolve("logs/security.log"))).isEmpty();
    }

    @Test
    void a_secretary_sees_the_accounts_of_the_own_branch_and_a_member_the_own_one() {
        for (JsonNode row : rows(DemoPeople.BRANCH_SECRETARY))
            assertThat(row.path("branch").asString()).isEqualTo(branch());
        assertThat(rows(DemoPeople.BRANCH_SECRETARY).size()).isGreaterThan(1);
        assertThat(rows(DemoPeople.MEMBER)).hasSize(1);
        assertThat(rows(DemoPeople.AUDITOR)).hasSize(1);
    }

    private String branch() {
        return account(DemoPeople.BRANCH_SECRETARY.subject()).path("branch").asString();
    }

    private List<JsonNode> rows(DemoPeople person) {
        return campaign.rows(person.subject(), "members", "accounts");
    }
}
