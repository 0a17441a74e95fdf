package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** From a printed invite to one's own record, and to the end of the account. */
class ConsoleAccountsTest extends ConsoleCase {
    private static final int PHONE = 390;
    private static final String PASSWORD = "一把 很长的 口令 2011";

    ConsoleAccountsTest(RunningCampaign campaign) {
        super(campaign);
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        // A refused code or command is an answer; the browser calls every such answer an error.
        assertThat(chromium.complaints())
                .allMatch(complaint -> complaint.startsWith("Failed to load resource"));
    }

    @Test
    void a_member_is_invited_opens_an_account_sees_their_record_and_is_shut_out_when_it_ends() {
        JsonNode member = memberOfTheBranchSecretary();
        String code = invite(member);

        try (Page phone = chromium.stranger(PHONE)) {
            redeem(phone, code, "账号测试");
            phone.waitForURL(chromium.url("/mine**"));
            assertThat(phone.locator("main")).containsText("我的记录");
            assertThat(phone.locator("main")).containsText(member.path("number").asString());
        }
        try (Page other = chromium.stranger(PHONE)) {
            redeem(other, code, "another");
            assertThat(other.locator(".note:visible")).containsText("该邀请码不能使用");
            assertFits(other);
        }
        unlink(member);
        try (Page late = chromium.stranger(PHONE)) {
            chromium.signIn(late, "账号测试", PASSWORD);
            assertThat(late.locator(".note:visible")).containsText("该账号已停用");
        }
    }

    /** Secretaries are the first of their branches: the last of them holds no office. */
    private JsonNode memberOfTheBranchSecretary() {
        Set<String> without =
                rows("accounts")
                        .filter(row -> row.path("state").asString().equals("NONE"))
                        .map(row -> row.path("key").asString())
                        .collect(Collectors.toSet());
        return rows("members")
                .filter(row -> without.contains(row.path("key").asString()))
                .filter(row -> !DemoPeople.isOne(row.path("key").asString()))
                .max(Comparator.comparing(row -> row.path("number").asString()))
                .orElseThrow();
    }

    private Stream<JsonNode> rows(String view) {
        String secretary = DemoPeople.BRANCH_SECRETARY.subject();
        return campaign.rows(secretary, "members", view).stream();
    }

    /** The secretary makes the code from the list of accounts; it is shown once. */
    private String invite(JsonNode member) {
        open(DemoPeople.BRANCH_SECRETARY, "/members/accounts/" + member.path("key").asString());
        assertThat(page.locator("main dl").first()).containsText("无账号");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("发放账号邀请")).click();
        assertThat(page.getByLabel("党员").first())
                .hasValue(Pattern.compile(".*" + member.path("number").asString() + ".*"));
        page.click("form.form button[type=submit]");
        Locator code = page.locator("#code");
        assertThat(code).isVisible();
        String shown = code.innerText();
        assertThat(shown).matches("[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5}){3}");
        assertThat(page.locator(".slip")).containsText(member.path("number").asString());
        assertThat(page.locator(".slip")).containsText(chromium.url(""));
        assertThat(Axe.violations(page)).isEmpty();
        assertIsPrintedAlone();
        assertIsKeptNowhere(shown);
        return shown;
    }

    private void assertIsPrintedAlone() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#code")).isVisible();
        for (String screen : new String[] {".unprinted", ".time", ".menu"})
            assertThat(page.locator(screen)).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void assertIsKeptNowhere(String code) {
        String plain = code.replace("-", "");
        String kept =
                String.valueOf(
                        page.evaluate(
                                "JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"));
        assertThat(kept).doesNotContain(code).doesNotContain(plain);
        assertThat(page.url()).doesNotContain(code).doesNotContain(plain);
        page.reload();
        assertThat(page.locator("form.form button[type=submit]")).isVisible();
        assertThat(page.locator("#code")).hasCount(0);
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
        assertThat(Axe.violations(page)).isEmpty();
    }

    private static void redeem(Page page, String code, String login) {
        page.navigate(chromium.url("/"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("使用邀请码")).click();
        assertFits(page);
        page.fill("input[name=code]", code.toLowerCase(Locale.ROOT).replace('-', ' '));
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", PASSWORD);
        page.fill("input[name=repeated]", PASSWORD);
        page.click("button[type=submit]");
    }

    private void unlink(JsonNode member) {
        page.navigate(
                chromium.url("/members/do/UnlinkAccount?member=" + member.path("key").asString()));
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("原因")).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("不再需要")).click();
        assertThat(page.locator("form.form")).containsText("可以提交。");
        page.click("form.form button[type=submit]");
        assertThat(page.locator("main")).containsText("已登记。");
        campaign.settle();
    }
}
