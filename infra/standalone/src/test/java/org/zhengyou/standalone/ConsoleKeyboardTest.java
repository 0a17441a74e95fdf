package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** Tasks of several offices by keyboard alone: nothing is clicked. */
class ConsoleKeyboardTest extends ConsoleCase {
    private static final int MOST_STEPS = 250;

    ConsoleKeyboardTest(RunningCampaign campaign) {
        super(campaign);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private static boolean hasFocus(Locator target) {
        return Boolean.TRUE.equals(target.evaluate("one => one === document.activeElement"));
    }

    /** Goes on with the tab key until this has the focus. */
    private void reach(Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < MOST_STEPS; i++) {
            if (hasFocus(target)) return;
            press("Tab");
        }
        throw new AssertionError("not reached by keyboard: " + target);
    }

    private void follow(Locator link) {
        reach(link);
        press("Enter");
    }

    private Locator main(AriaRole role, String name) {
        return page.locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private Locator field(AriaRole role, String label) {
        return page.locator("form.form")
                .getByRole(role, new Locator.GetByRoleOptions().setName(label))
                .first();
    }

    private Locator menu(String item) {
        return page.locator("nav.menu")
                .getByText(item, new Locator.GetByTextOptions().setExact(true));
    }

    /** Opens a list of choices and takes this one. */
    private void choose(String label, String wanted) {
        reach(field(AriaRole.COMBOBOX, label));
        press("ArrowDown");
        Locator option =
                page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(wanted))
                        .first();
        assertThat(option).isVisible();
        for (int i = 0; i < MOST_STEPS; i++) {
            if (option.getAttribute("data-combobox-selected") != null) {
                press("Enter");
                return;
            }
            press("ArrowDown");
        }
        throw new AssertionError("not chosen by keyboard: " + wanted);
    }

    @Test
    void a_branch_secretary_records_a_meeting() {
        open(DemoPeople.BRANCH_SECRETARY, "/todo");
        follow(main(AriaRole.LINK, "补记已开展的活动"));
        page.waitForURL("**/meeting");
        reach(field(AriaRole.TEXTBOX, "开展日期"));
        page.keyboard().type("2011-06-22");
        press("Escape");
        choose("主题", "服务师生");
        reach(field(AriaRole.COMBOBOX, "活动形式"));
        page.keyboard().type("走访");
        press("Escape");
        reach(field(AriaRole.TEXTBOX, "活动名称"));
        page.keyboard().type("键盘登记的走访");
        Locator roster = page.locator("fieldset.roster").first();
        follow(roster.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("全选")));
        assertThat(page.locator("fieldset.roster output").first()).not().hasText("已选 0 人");
        follow(page.locator("form.form button[type=submit]"));
        assertThat(page.locator("main [role=status]").first()).containsText("已登记。");

        List<JsonNode> held =
                campaign.rows(
                        DemoPeople.BRANCH_SECRETARY.subject(),
                        "activities",
                        "activities",
                        "filter=titleZh:键盘登记的走访");
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().path("heldOn").asString()).isEqualTo("2011-06-22");
    }

    @Test
    void the_campaign_office_saves_the_list_of_who_has_not_filed() {
        open(DemoPeople.DEPUTY_SECRETARY, "/todo?asOf=2010-12-14");
        follow(menu("考核"));
        follow(page.locator("ul.tabs a[href^='/evaluations/missing-reports']"));
        page.waitForURL("**/evaluations/missing-reports?**");
        assertThat(page.locator("main tbody tr").first()).isVisible();
        reach(main(AriaRole.BUTTON, "CSV"));
        assertThat(page.waitForDownload(() -> press("Enter")).path())
                .satisfies(file -> assertThat(Files.readString(file)).contains("2010-12-14"));
        follow(page.locator("main tbody tr a").last());
        assertThat(page.locator("main dl").first()).isVisible();
    }

    @Test
    void an_auditor_verifies_a_decision() {
        open(DemoPeople.AUDITOR, "/insight/timeline?asOf=2011-07-31");
        follow(menu("表彰"));
        follow(page.locator("ul.tabs a[href^='/commendations/why']"));
        page.waitForURL("**/commendations/why?**");
        follow(page.locator("main tbody tr").first().getByText("详情").last());
        follow(main(AriaRole.LINK, "核验"));
        page.waitForURL("**/verify/**");
        follow(main(AriaRole.BUTTON, "重新计算"));
        assertThat(page.locator("[data-verdict=same]").first()).containsText("重新计算：一致");
        reach(main(AriaRole.BUTTON, "保存依据"));
        assertThat(page.waitForDownload(() -> press("Enter")).suggestedFilename())
                .startsWith("evidence-commendations-why-");
    }
}
