package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.PrivateFiles;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/**
 * People come through the sign-in of the university, which is another authorization server, in a
 * browser. The register has members with the numbers a, b and c.
 */
class CampusSignInTest {
    private static final int PHONE = 390;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static SmallUniversity university;

    @SuppressWarnings("NullAway.Init")
    private static CampusServer campus;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private static int port;
    private static String comesBackTo = "";

    @BeforeAll
    static void start() {
        PlatformOptions options = PlatformOptions.onFreePorts(data);
        port = CampusServer.freePort();
        comesBackTo = options.issuer() + "/campus/return";
        PrivateFiles.write(
                PrivateFiles.folder(data.resolve("identity")).resolve("campus.properties"),
                """
                issuer = %s
                client-id = %s
                client-secret = %s
                number-claim = %s
                """
                        .formatted(
                                CampusServer.issuer(port),
                                CampusServer.CLIENT,
                                CampusServer.SECRET,
                                CampusServer.CLAIM));
        campus = new CampusServer(port, comesBackTo);
        university = SmallUniversity.start(options);
        chromium = Chromium.before(university.platform());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        if (university != null) university.close();
        if (campus != null) campus.close();
    }

    /** From the console to the sign-in of the university and back. */
    private static void come(Page page, String name) {
        page.navigate(chromium.url("/mine"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("使用校园账号登录")).click();
        page.fill("input[name=username]", name);
        page.fill("input[name=password]", CampusServer.PASSWORD);
        page.click("button[type=submit]");
    }

    private static void says(Page page, String zh, String en) {
        assertThat(page.locator(".note:visible")).hasCount(1);
        assertThat(page.locator(".note:visible")).containsText(zh);
        assertThat(page.locator(".note:visible")).containsText(en);
        assertFits(page);
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.content()).doesNotContain("{{", "Exception");
    }

    private static JsonNode account(String member) {
        university.settle();
        return Http.get(
                        university.gateway() + "/api/members/accounts?keys=" + member,
                        university.token(DemoPeople.COMMITTEE_SECRETARY))
                .json()
                .path("rows")
                .path(0);
    }

    @Test
    void a_member_says_once_that_it_is_them_and_from_then_on_is_signed_in() {
        try (Page phone = chromium.stranger(PHONE)) {
            come(phone, "a.first");
            assertThat(phone.locator("main")).containsText("您是 党员，党组织");
            assertThat(phone.locator("main")).containsText("You are 党员, branch");
            assertFits(phone);
            phone.click("button[value=yes]");
            phone.waitForURL(chromium.url("/mine**"));
            assertThat(phone.locator("main")).containsText("我的记录");
        }
        assertThat(account("a").path("state").asString()).isEqualTo("LINKED");
        try (Page again = chromium.stranger(PHONE)) {
            come(again, "a.first");
            again.waitForURL(chromium.url("/mine**"));
            assertThat(again.locator("main")).containsText("我的记录");
        }
        try (Page other = chromium.stranger(PHONE)) {
            come(other, "a.second");
            assertThat(other.locator("main")).containsText("您是 党员");
        }
        assertThat(written())
                .as("neither the account nor its name is in an event")
                .noneMatch(event -> event.contains("a.first") || event.contains("a.second"));
    }

    private static List<String> written() {
        return university.log("members").page(0, 10_000).stream()
                .map(CampusSignInTest::text)
                .toList();
    }

    private static String text(StoredEvent event) {
        return event.metadata() + event.payload();
    }

    @Test
    void whoever_says_that_it_is_not_them_is_not_let_in_and_the_secretary_sees_it() {
        try (Page phone = chromium.stranger(PHONE)) {
            come(phone, "b.wrong");
            phone.click("button[value=no]");
            says(phone, "已记下：这不是您本人", "It is noted that this is not you");
            phone.navigate(chromium.url("/mine"));
            assertThat(phone.locator("input[name=password]")).isVisible();
        }
        JsonNode seen = account("b");
        assertThat(seen.path("state").asString()).isEqualTo("NONE");
        assertThat(seen.path("disputedOn").isString()).isTrue();
    }

    @Test
    void who_is_not_on_the_register_is_told_whom_to_ask() {
        try (Page phone = chromium.stranger(PHONE)) {
            come(phone, "nobody");
            says(phone, "党员名册中没有您的工号或学号", "tell the secretary of your branch");
        }
    }

    @Test
    void an_account_that_was_ended_is_not_opened_again_by_the_university() {
        try (Page phone = chromium.stranger(PHONE)) {
            come(phone, "c");
            phone.click("button[value=yes]");
            phone.waitForURL(chromium.url("/mine**"));
        }
        university.play(
                DemoPeople.COMMITTEE_SECRETARY,
                Instant.now().toString(),
                "members/UnlinkAccount",
                "{\"member\": \"c\", \"reason\": \"NOT_NEEDED\"}");
        university.settle();
        try (Page phone = chromium.stranger(PHONE)) {
            come(phone, "c");
            phone.click("button[value=yes]");
            says(phone, "该账号已停用", "ask the secretary of your branch for an invite");
        }
    }

    @Test
    void what_is_not_the_answer_to_this_sign_in_signs_nobody_in() {
        for (String name : Set.of(CampusServer.REPLAYED, CampusServer.FOREIGN))
            try (Page phone = chromium.stranger(PHONE)) {
                come(phone, name);
                says(phone, "未能通过核对", "could not be verified");
            }
    }

    @Test
    void a_way_back_that_did_not_begin_in_this_browser_signs_nobody_in() {
        Set<Integer> statuses = new TreeSet<>();
        try (Page phone = chromium.stranger(PHONE)) {
            for (String query : List.of("", "?code=x&state=y")) {
                Response answer = phone.navigate(comesBackTo + query);
                statuses.add(answer.status());
                says(phone, "已过期，或不是在本浏览器中开始的", "did not begin in this browser");
            }
            phone.navigate(chromium.url("/mine"));
            phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("使用校园账号登录")).click();
            assertThat(phone.locator("input[name=username]")).isVisible();
            phone.navigate(comesBackTo + "?code=x&state=of-another");
            says(phone, "已过期，或不是在本浏览器中开始的", "did not begin in this browser");
        }
        assertThat(statuses).containsExactly(422);
    }

    @Test
    void a_university_that_does_not_answer_is_named_on_the_page() {
        campus.close();
        try (Page phone = chromium.stranger(PHONE)) {
            String begin = comesBackTo.replace("/return", "");
            // What it said of itself a moment ago may still count.
            Eventually.eventually("the page says so", () -> status(begin), status -> status == 503);
            phone.navigate(begin);
            says(phone, "暂时没有应答，请稍后再试", "try again later");
        } finally {
            campus = new CampusServer(port, comesBackTo);
        }
    }

    private static int status(String address) {
        return Http.get(address, null).status();
    }
}
