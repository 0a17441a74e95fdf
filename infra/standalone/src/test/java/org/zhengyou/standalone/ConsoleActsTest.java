package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** What people do in the console, in a real browser, without ever seeing an id. */
class ConsoleActsTest extends ConsoleCase {
    private static final String ON = "2011-07-20";

    ConsoleActsTest(RunningCampaign campaign) {
        super(campaign);
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        // A preview that a rule refuses is an answer; the browser calls every such answer an error.
        assertThat(chromium.complaints())
                .allMatch(complaint -> complaint.startsWith("Failed to load resource"));
    }

    private void write(String label, String text) {
        form().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(label))
                .fill(text);
    }

    private Locator form() {
        return page.locator("form.form");
    }

    /** Opens what is offered for a field, narrowed by a text if there is one, and takes one. */
    private void pick(String label, String text, String offered) {
        var name = new Locator.GetByRoleOptions().setName(label);
        Locator field = form().getByRole(AriaRole.COMBOBOX, name).first();
        field.click();
        if (!text.isEmpty()) field.fill(text);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(offered))
                .first()
                .click();
    }

    private void submit() {
        assertThat(page.locator("form.form")).containsText("可以提交。");
        page.click("form.form button[type=submit]");
        assertThat(page.locator("main")).containsText("已登记。");
    }

    @Test
    void a_document_is_registered_by_choosing_its_file() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/activities/do/RegisterDirective?asOf=" + ON);
        write("文件标题", "关于深入开展创先争优活动的意见");
        write("文号", "党发〔2010〕77号");
        write("发文机关", "市委组织部");
        page.locator("input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload(
                                "opinion.txt",
                                "text/plain",
                                "意见全文".getBytes(StandardCharsets.UTF_8)));
        submit();

        page.navigate(chromium.url("/activities/directives?filter=number:党发〔2010〕77号"));
        assertThat(page.locator("main tbody tr")).hasCount(1);
        assertThat(page.locator("main tbody tr")).containsText("关于深入开展创先争优活动的意见");
    }

    @Test
    void a_secretary_plans_an_activity_and_finds_it_in_the_list() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/activities/do/PlanActivity?asOf=" + ON);
        pick("创先争优活动", "", "关于在全校");
        pick("党组织", "大学委员会", "中共大学委员会");
        pick("主题", "", "岗位奉献");
        form().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("活动形式"))
                .fill("岗位练兵");
        write("活动名称", "岗位奉献大讨论");
        write("计划日期", ON);
        submit();

        page.navigate(chromium.url("/activities/activities?filter=titleZh:~岗位奉献大讨论"));
        Locator row = page.locator("main tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("中共大学委员会");
        row.getByText("详情").click();
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("开展活动"))
                .click();
        assertThat(page.getByLabel("活动").first())
                .hasValue(java.util.regex.Pattern.compile(".*岗位奉献大讨论.*"));
    }

    @Test
    void a_page_that_was_kept_open_while_the_log_began_anew_shows_its_lists() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/todo");
        page.evaluate(
                "sessionStorage.setItem('recorded', JSON.stringify("
                        + "[['activities', {position: 999999, until: Date.now() + 60000}]]))");
        page.navigate(chromium.url("/activities/activities"));

        assertThat(page.locator("main tbody tr").first()).isVisible();
        assertThat(page.evaluate("sessionStorage.getItem('recorded')")).isNull();
    }

    @Test
    void what_a_rule_refuses_is_said_before_it_is_sent_with_its_clause() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/activities/do/OpenPhase?asOf=" + ON);
        pick("创先争优活动", "", "关于在全校");
        write("阶段", "1");

        assertThat(page.locator("form.form [role=alert]")).containsText("现在不能提交");
        assertThat(page.locator("form.form [role=alert]")).containsText("S4");
    }

    @Test
    void what_was_written_is_still_there_after_the_page_was_left() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/activities/do/RegisterDirective");
        write("文件标题", "尚未写完的标题");
        page.click("nav.menu >> text=看板");
        page.goBack();

        var title = new Locator.GetByRoleOptions().setName("文件标题");
        assertThat(form().getByRole(AriaRole.TEXTBOX, title)).hasValue("尚未写完的标题");
    }

    @Test
    void an_empty_form_says_what_is_missing_and_sends_nothing() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/activities/do/RegisterDirective");
        page.click("form.form button[type=submit]");

        assertThat(page.locator("form.form").getByText("请填写")).hasCount(4);
        assertThat(page.locator("main")).not().containsText("已登记。");
    }

    @Test
    void a_branch_secretary_ticks_the_roster_of_the_branch() {
        JsonNode held = heldByABranchOf(DemoPeople.BRANCH_SECRETARY);
        open(
                DemoPeople.BRANCH_SECRETARY,
                "/activities/do/RecordAttendance?asOf=%s&activity=%s&branch=%s"
                        .formatted(
                                ON,
                                held.path("key").asString(),
                                held.path("organization").asString()));
        Locator present = page.locator("fieldset.roster").nth(1);
        assertThat(present.locator("input[type=checkbox]").first()).isVisible();
        present.getByText("全选").click();

        assertThat(present.locator("output")).not().hasText("已选 0 人");
        assertThat(page.locator("form.form [role=status], form.form [role=alert]").first())
                .isVisible();
    }

    private JsonNode heldByABranchOf(DemoPeople person) {
        List<JsonNode> own =
                campaign.rows(person.subject(), "members", "branch-roster", "asOf=" + ON);
        String branch =
                own.stream()
                        .filter(row -> row.path("member").asString().equals(person.subject()))
                        .map(row -> row.path("branch").asString())
                        .findFirst()
                        .orElseThrow();
        Map<String, String> question = Map.of("organization", branch);
        return campaign.rows(
                        person.subject(),
                        "activities",
                        "activities",
                        "asOf="
                                + ON
                                + "&filter=held:true&filter=organization:"
                                + question.get("organization"))
                .getFirst();
    }
}
