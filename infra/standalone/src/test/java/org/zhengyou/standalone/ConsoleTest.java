package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** The frame of the console and its dashboard, in a real browser. */
class ConsoleTest extends ConsoleCase {
    private static final String MOVE =
            """
            (slider, value) => {
              const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
              setter.call(slider, value);
              slider.dispatchEvent(new Event('input', { bubbles: true }));
            }
            """;

    ConsoleTest(RunningCampaign campaign) {
        super(campaign);
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_dashboard_shows_the_figures_that_the_service_answers() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board?asOf=2011-07-31");

        assertThat(figure("membersCount")).hasText(members("2011-07-31"));
        assertThat(figure("plans")).hasText(planned("2011-07-31"));
        assertThat(figure("reviews")).hasText(done("2011-07-31", "DUTY_REPORT"));
        assertThat(figure("results")).hasText(done("2011-07-31", "REVIEW_RESULT"));
        assertThat(figure("commended")).hasText(done("2011-07-31", "COMMENDATION"));
        assertThat(page.locator(ORGANIZATION)).hasCount(rows("2011-07-31").size());
        assertThat(page.locator("[data-theme]")).hasCount(5);
        assertThat(page.locator("[data-phase]")).hasCount(4);
    }

    @Test
    void the_row_of_the_committee_sums_up_what_is_below_it() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board?asOf=2011-07-31");
        Locator first = page.locator(ORGANIZATION).first();

        assertThat(first.locator("th")).hasText("中共大学委员会");
        assertThat(first.locator("td").first()).hasText(members("2011-07-31"));
    }

    @Test
    void a_share_of_the_coverage_leads_to_the_members_it_counts() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board?asOf=2011-07-31");
        Locator share = page.locator("section[aria-labelledby=coverage] tbody a").first();
        assertThat(share).isVisible();
        share.click();

        page.waitForURL("**/insight/members-reached?**");
        assertThat(page.locator("main tbody tr").first()).isVisible();
        page.goBack();
        page.locator("section[aria-labelledby=reviews] a").first().click();
        page.waitForURL("**/evaluations/review-board?**");
        assertThat(page.locator("main tbody tr").first()).isVisible();
    }

    @Test
    void people_lists_and_acts_are_found_by_name_also_by_its_sound() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board?asOf=2011-07-31");
        page.locator("input[type=search]").fill("daxueweiyuanhui");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?**");
        assertThat(page.locator("main")).containsText("中共大学委员会");
        page.locator("input[type=search]").fill("述职");
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).hasText("查找 · 述职");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("提交述职报告")).click();
        assertThat(page.locator("main h1")).containsText("提交述职报告");
    }

    @Test
    void a_list_is_saved_as_a_workbook_without_formulas_that_says_when_it_was_true()
            throws IOException {
        open(DemoPeople.COMMITTEE_SECRETARY, "/members/members?asOf=2011-07-31&sort=name");
        Download download = page.waitForDownload(() -> page.getByText("XLSX").click());
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(download.createReadStream())) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry())
                parts.put(one.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }

        assertThat(download.suggestedFilename()).isEqualTo("members.xlsx");
        String name = all("2011-07-31", "members", "members").getFirst().path("name").asString();
        assertThat(String.join("", parts.values())).contains(name, "2011-07-31", "截至");
        assertThat(parts.values()).noneMatch(part -> part.contains("<f>") || part.contains("<f "));
        assertThat(parts.getOrDefault("xl/worksheets/sheet1.xml", "").split("<row", -1))
                .hasSize(all("2011-07-31", "members", "members").size() + 2);
    }

    @Test
    void moving_the_slider_back_shows_earlier_figures_and_keeps_the_date_in_the_address() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board?asOf=2011-07-31");
        assertThat(figure("plans")).not().hasText("0");
        page.locator("input[type=range]").evaluate(MOVE, "42");

        page.waitForURL("**/board?asOf=2010-06-12");
        assertThat(figure("plans")).hasText("1");
        assertThat(figure("commended")).hasText("0");
        assertThat(page.locator("#basis")).containsText(" 2010-06-12 · ");
        assertThat(page.locator(".past")).containsText("截至 2010-06-12 的情况");
    }

    @Test
    void the_console_speaks_chinese_and_english() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board");
        assertThat(page.locator("h1")).hasText("看板");
        page.click("#language");
        assertThat(page.locator("h1")).hasText("Dashboard");
        assertThat(page.locator(ORGANIZATION).first()).containsText("University Party Committee");
        page.reload();
        assertThat(page.locator("h1")).hasText("Dashboard");
        page.click("#language");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void a_table_that_is_too_wide_scrolls_and_not_the_page() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board");
        page.setViewportSize(390, 800);
        for (String title : List.of("看板", "Dashboard")) {
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator(ORGANIZATION).first()).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            page.click("#language");
        }
        for (String path : List.of("/mine", "/members/members", "/activities/do/PlanActivity")) {
            page.navigate(chromium.url(path));
            assertThat(page.locator("main h1")).isVisible();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        }
    }

    @Test
    void a_member_begins_with_what_is_on_record_about_themselves() {
        open(DemoPeople.MEMBER, "/");
        page.waitForURL("**/mine");

        assertThat(page.locator("main")).containsText("您目前没有职务。");
        assertThat(page.locator("section[aria-labelledby=membership] tbody tr")).hasCount(1);
        assertThat(page.locator("section[aria-labelledby=myAttendance] tbody tr").first())
                .isVisible();
    }

    @Test
    void who_may_see_no_row_is_told_so_and_not_that_there_is_nothing() {
        open(DemoPeople.MEMBER, "/board");

        assertThat(page.locator("main [role=status]")).hasText("没有您可以查看的数据。");
        page.click("#language");
        assertThat(page.locator("main [role=status]"))
                .hasText("There is nothing that you may see.");
    }

    @Test
    void back_leads_to_the_list_with_its_filter_and_sorting() {
        open(
                DemoPeople.COMMITTEE_SECRETARY,
                "/activities/activities?asOf=2011-07-31&filter=theme:POST_DEDICATION&sort=heldOn");
        Locator rows = page.locator("main tbody tr");
        assertThat(rows.first()).isVisible();
        int before = rows.count();
        rows.first().getByText("详情").click();
        assertThat(page.locator("main dl")).isVisible();
        page.goBack();

        assertThat(rows).hasCount(before);
        assertThat(page.locator("th[aria-sort=ascending]")).hasCount(1);
    }

    @Test
    void signing_out_leads_back_to_the_sign_in() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board");
        assertThat(page.locator("[data-phase]")).hasCount(4);
        page.click("#sign-out button");
        page.waitForURL(campaign.platform().options().issuer() + "/login**");
        assertThat(page.locator("input[name=password]")).isVisible();
    }

    private Locator figure(String name) {
        return page.locator("[data-figure=" + name + "] b");
    }

    private List<JsonNode> rows(String date) {
        return all(date, "dashboard");
    }

    private List<JsonNode> all(String date, String view) {
        return all(date, "insight", view);
    }

    private List<JsonNode> all(String date, String service, String view) {
        String secretary = DemoPeople.COMMITTEE_SECRETARY.subject();
        return campaign.rows(secretary, service, view, "asOf=" + date);
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
