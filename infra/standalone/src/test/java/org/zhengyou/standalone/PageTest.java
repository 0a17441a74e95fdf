package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.standalone.identity.DemoPeople;
import org.zhengyou.standalone.identity.Passwords;
import tools.jackson.databind.JsonNode;

/** The first page in a real browser. */
@ExtendWith(RunningCampaign.Shared.class)
class PageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String MOVE =
            "(slider, day) => { slider.value = day; slider.dispatchEvent(new Event('input')); }";
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 5, 1);

    @SuppressWarnings("NullAway.Init")
    private static Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    private final RunningCampaign campaign;
    private final List<String> complaints = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Page page;

    PageTest(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    @BeforeAll
    static void launch() {
        String node = node();
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser: " + CHROMIUM + " is not installed");
        assumeTrue(!node.isEmpty(), "no driver for the browser: node is not on the path");
        Map<String, String> environment =
                Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(List.of("--no-sandbox")));
    }

    private static String node() {
        String said = System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", "");
        if (!said.isEmpty()) return said;
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path node = Path.of(folder, "node");
            if (Files.isExecutable(node)) return node.toString();
        }
        return "";
    }

    @AfterAll
    static void end() {
        if (playwright != null) playwright.close();
    }

    @BeforeEach
    void sign_in() {
        page = signedIn(DemoPeople.COMMITTEE_SECRETARY);
    }

    private Page signedIn(DemoPeople person) {
        Page page =
                browser.newPage(
                        new Browser.NewPageOptions()
                                .setLocale("zh-CN")
                                .setViewportSize(1280, 1000));
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        page.navigate(campaign.platform().options().gatewayUrl() + "/");
        String login = person.login();
        Map<String, String> passwords = Passwords.read(campaign.platform().options().data());
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", passwords.getOrDefault(login, ""));
        page.click("button[type=submit]");
        page.waitForURL(campaign.platform().options().gatewayUrl() + "/");
        return page;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) complaints.add(message.text());
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_dashboard_shows_the_figures_that_the_service_answers() {
        moveTo("2011-07-31");

        assertThat(figure("members")).hasText(members("2011-07-31"));
        assertThat(figure("plans")).hasText(planned("2011-07-31"));
        assertThat(figure("reviews")).hasText(done("2011-07-31", "DUTY_REPORT"));
        assertThat(figure("results")).hasText(done("2011-07-31", "REVIEW_RESULT"));
        assertThat(figure("commended")).hasText(done("2011-07-31", "COMMENDATION"));
        assertThat(page.locator("#organizations tbody tr")).hasCount(rows("2011-07-31").size());
        assertThat(page.locator("#themes .bar")).hasCount(5);
        assertThat(page.locator("#phases span")).hasCount(4);
        Path picture = Path.of("target", "dashboard.png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void the_row_of_the_committee_sums_up_what_is_below_it() {
        moveTo("2011-07-31");
        Locator first = page.locator("#organizations tbody tr").first().locator("td");

        assertThat(first.nth(0)).hasText("中共大学委员会");
        assertThat(first.nth(1)).hasText(members("2011-07-31"));
    }

    @Test
    void moving_the_slider_back_shows_earlier_figures() {
        moveTo("2011-07-31");
        assertThat(figure("plans")).not().hasText("0");
        moveTo("2010-06-12");
        assertThat(figure("plans")).hasText("1");
        assertThat(figure("commended")).hasText("0");
        moveTo("2011-03-31");
        assertThat(figure("plans")).hasText(planned("2011-03-31"));
    }

    @Test
    void the_page_speaks_chinese_and_english() {
        assertThat(page.locator("h1")).containsText("创先争优活动看板");
        page.click("#language");
        assertThat(page.locator("h1")).containsText("Advance-and-Excel campaign");
        assertThat(page.locator("#organizations tbody tr").first())
                .containsText("University Party Committee");
        page.reload();
        assertThat(page.locator("h1")).containsText("Advance-and-Excel campaign");
        page.click("#language");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void a_table_that_is_too_wide_scrolls_and_not_the_page() {
        page.setViewportSize(390, 800);
        for (String title : List.of("创先争优活动看板", "Advance-and-Excel campaign")) {
            assertThat(page.locator("h1")).containsText(title);
            assertThat(page.locator("#organizations tbody tr").first()).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            page.click("#language");
        }
    }

    @Test
    void who_may_see_no_row_is_told_so_and_not_that_there_is_nothing() {
        page.close();
        page = signedIn(DemoPeople.MEMBER);

        assertThat(page.locator("#notice")).hasText("截至该日期没有您可以查看的数据。");
        assertThat(page.locator("#organizations tbody tr")).hasCount(0);
        page.click("#language");
        assertThat(page.locator("#notice"))
                .hasText("As of this date there is nothing that you may see.");
    }

    @Test
    void signing_out_leads_back_to_the_sign_in() {
        moveTo("2011-07-31");
        assertThat(page.locator("#phases span")).hasCount(4);
        page.click("#sign-out button");
        page.waitForURL(campaign.platform().options().issuer() + "/login**");
        assertThat(page.locator("input[name=password]")).isVisible();
    }

    private void moveTo(String date) {
        page.locator("#slider").evaluate(MOVE, day(date));
        assertThat(page.locator("#date")).hasText(date);
        // The figures of the question that is now under way: the answer says its date.
        assertThat(page.locator("#basis")).containsText(" " + date + " · ");
    }

    private static int day(String date) {
        return (int) ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.parse(date));
    }

    private Locator figure(String name) {
        return page.locator("[data-figure=" + name + "] b");
    }

    private List<JsonNode> rows(String date) {
        return all(date, "dashboard");
    }

    private List<JsonNode> all(String date, String view) {
        String secretary = DemoPeople.COMMITTEE_SECRETARY.subject();
        return campaign.client().rows(secretary, "insight", view, "asOf=" + date);
    }

    private String members(String date) {
        return "%,d".formatted(all(date, "members-reached").size());
    }

    private String planned(String date) {
        return "%,d"
                .formatted(
                        figures(date, "PLAN_ADOPTED")
                                .map(row -> row.path("organization").asString())
                                .distinct()
                                .count());
    }

    private String done(String date, String figure) {
        return "%,d".formatted(figures(date, figure).count());
    }

    /** What organisations did that are there on this date. */
    private Stream<JsonNode> figures(String date, String figure) {
        List<String> there =
                rows(date).stream().map(row -> row.path("organization").asString()).toList();
        return all(date, "progress").stream()
                .filter(row -> row.path("figure").asString().equals(figure))
                .filter(row -> there.contains(row.path("organization").asString()));
    }
}
