package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** Whole tasks of people of several offices, each on one screen. */
class ConsoleTasksTest extends ConsoleCase {
    private static final String ON = "2011-07-20";
    private static final String WAITING =
            "filter=type:activities.PlanAcknowledged&filter=attestation:MISSING";

    ConsoleTasksTest(RunningCampaign campaign) {
        super(campaign);
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        // What a rule refuses is an answer; the browser calls every such answer an error.
        assertThat(chromium.complaints())
                .allMatch(complaint -> complaint.startsWith("Failed to load resource"));
    }

    private Locator field(AriaRole role, String name) {
        return page.locator("form.form")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private void pick(String label, String offered) {
        field(AriaRole.COMBOBOX, label).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(offered))
                .first()
                .click();
    }

    private List<JsonNode> rows(DemoPeople person, String service, String view, String question) {
        return campaign.rows(person.subject(), service, view, question);
    }

    @Test
    void a_branch_secretary_records_a_meeting_that_was_held_with_who_was_there_on_one_screen() {
        open(DemoPeople.BRANCH_SECRETARY, "/todo");
        page.click("text=补记已开展的活动");
        page.waitForURL("**/meeting");
        field(AriaRole.TEXTBOX, "开展日期").fill(ON);
        pick("主题", "岗位奉献");
        field(AriaRole.COMBOBOX, "活动形式").fill("岗位练兵");
        field(AriaRole.TEXTBOX, "活动名称").fill("岗位练兵交流会");
        Locator present = page.locator("fieldset.roster").first();
        assertThat(present.locator("input[type=checkbox]").first()).isVisible();
        present.getByText("全选").click();
        int ticked = present.locator("input[type=checkbox]").count();
        assertThat(present.locator("output")).hasText("已选 " + ticked + " 人");
        page.click("form.form button[type=submit]");
        assertThat(page.locator("main [role=status]").first()).containsText("已登记。");

        JsonNode held =
                rows(
                                DemoPeople.BRANCH_SECRETARY,
                                "activities",
                                "activities",
                                "filter=titleZh:岗位练兵交流会")
                        .getFirst();
        assertThat(held.path("heldOn").asString()).isEqualTo(ON);
        assertThat(
                        rows(
                                DemoPeople.BRANCH_SECRETARY,
                                "activities",
                                "attendance",
                                "filter=present:true&filter=activity:"
                                        + held.path("key").asString()))
                .hasSize(ticked);
    }

    @Test
    void a_meeting_without_what_is_needed_records_nothing_and_is_still_there_after_a_reload() {
        open(DemoPeople.BRANCH_SECRETARY, "/meeting");
        field(AriaRole.TEXTBOX, "活动名称").fill("尚未填完的活动");
        page.click("form.form button[type=submit]");

        assertThat(page.locator("form.form").getByText("请填写").first()).isVisible();
        assertThat(
                        rows(
                                DemoPeople.BRANCH_SECRETARY,
                                "activities",
                                "activities",
                                "filter=titleZh:尚未填完的活动"))
                .isEmpty();
        page.reload();
        assertThat(field(AriaRole.TEXTBOX, "活动名称")).hasValue("尚未填完的活动");
    }

    /** Attests what waits for a second person: receipts that units signed on paper. */
    private int attestAll(DemoPeople person) {
        int waiting = rows(person, "activities", "late-acts", WAITING).size();
        open(person, "/activities/late-acts?" + WAITING);
        assertThat(page.locator("main tbody tr")).hasCount(waiting);
        page.getByText("全选（" + waiting + " 条）").click();
        page.locator("section.together input").first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("复核补录事项")).click();
        page.getByText("提交 " + waiting + " 项").click();
        return waiting;
    }

    @Test
    void what_was_entered_from_paper_is_attested_all_at_once_by_a_second_person_only() {
        int waiting = attestAll(DemoPeople.COMMITTEE_SECRETARY);
        Locator told = page.locator("section.together");
        assertThat(told.locator("[role=alert]")).containsText(waiting + " 项不能提交");
        assertThat(told).containsText("已登记 0 项。");
        page.close();

        assertThat(attestAll(DemoPeople.DEPUTY_SECRETARY)).isEqualTo(waiting).isGreaterThan(1);
        assertThat(page.locator("main [role=status]").first()).containsText("没有您可以查看的数据");
        assertThat(rows(DemoPeople.DEPUTY_SECRETARY, "activities", "late-acts", WAITING)).isEmpty();
    }

    @Test
    void a_member_files_the_duty_report_from_ones_own_page() {
        send("OpenReviewCycle", Map.of("cycle", UUID.randomUUID().toString(), "year", 2011));
        open(DemoPeople.MEMBER, "/mine?asOf=2011-12-20");
        page.locator("main ul.acts a").first().click();
        page.waitForURL("**/report?asOf=2011-12-20");
        assertThat(page.locator("main h2").first()).containsText("2011 年度述职报告 · 党员本人");
        assertThat(page.locator("form.form")).hasCount(1);
        field(AriaRole.TEXTBOX, "主要做法").fill("带头学习，认真备课。");
        field(AriaRole.TEXTBOX, "成效").fill("课程评价有所提高。");
        field(AriaRole.TEXTBOX, "存在问题").fill("深入学生不够\n调研偏少");
        page.locator("form.form").getByText("添加一项").first().click();
        field(AriaRole.TEXTBOX, "内容").fill("每月走访一次宿舍");
        field(AriaRole.TEXTBOX, "时限").fill("2012-03-31");
        page.click("form.form button[type=submit]");

        assertThat(page.locator("main")).containsText("已登记。");
        assertThat(
                        rows(
                                DemoPeople.MEMBER,
                                "evaluations",
                                "duty-reports",
                                "asOf=2011-12-31&filter=year:2011"))
                .hasSize(1);
    }

    private void send(String command, Map<String, Object> body) {
        campaign.client()
                .send(
                        new Command(
                                DemoPeople.COMMITTEE_SECRETARY.subject(),
                                "evaluations",
                                command,
                                body,
                                "2011-12-05",
                                UUID.randomUUID().toString(),
                                List.of()));
    }
}
