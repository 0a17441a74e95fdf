package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** 看板: the two years as a picture, and plans level by level; each figure is that of its rows. */
class ConsoleBoardTest extends ConsoleCase {
    private static final String AS_OF = "asOf=2011-07-31";
    private static final int ADOPTED = 1;
    private static final int OPEN = 2;

    ConsoleBoardTest(RunningCampaign campaign) {
        super(campaign);
    }

    private void openBoard() {
        open(DemoPeople.COMMITTEE_SECRETARY, "/board?" + AS_OF);
        assertThat(page.locator("svg.years")).isVisible();
        assertThat(page.locator("[data-level]").first()).isVisible();
    }

    private List<JsonNode> rows(String service, String view) {
        return campaign.rows(DemoPeople.COMMITTEE_SECRETARY.subject(), service, view, AS_OF);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", "").trim());
    }

    @Test
    void every_month_of_the_two_years_has_what_was_done_in_it_and_leads_there() {
        openBoard();
        assertThat(page.locator("svg.years .phase")).hasCount(4);
        assertThat(page.locator("svg.years")).containsText("2011-07-01"); // the 90th anniversary
        page.click("section[aria-labelledby=years] summary");
        Locator months = page.locator("[data-month]");
        assertThat(months).hasCount(15);
        int all = 0;
        for (Locator month : months.all()) all += number(month.locator("td").last().innerText());
        assertThat(all).isEqualTo(rows("insight", "progress").size());
        for (Locator bar : page.locator("svg.years .acts-of-month").all())
            assertThat(bar.getAttribute("data-acts")).matches("\\d+");

        Locator june = page.locator("[data-month='2011-06'] a");
        int done = number(june.innerText());
        june.click();
        page.waitForURL("**/insight/progress?**");
        assertThat(page.locator("main")).containsText("共 " + done + " 条");
    }

    @Test
    void plans_are_told_level_by_level_and_lead_to_who_has_none() {
        openBoard();
        List<JsonNode> rows = rows("activities", "plan-cascade");
        for (Locator level : page.locator("[data-level]").all()) {
            String type = level.getAttribute("data-level");
            List<JsonNode> here =
                    rows.stream().filter(row -> row.path("type").asString().equals(type)).toList();
            long adopted = here.stream().filter(row -> row.path("plan").isString()).count();
            List<String> figures = level.locator("td").allInnerTexts();
            assertThat(number(figures.getFirst())).as(type).isEqualTo(here.size());
            assertThat(number(figures.get(ADOPTED))).as(type).isEqualTo((int) adopted);
            assertThat(number(figures.get(OPEN))).as(type).isEqualTo(here.size() - (int) adopted);
        }
        Locator branches = page.locator("[data-level=BRANCH] a").first();
        int count = number(branches.innerText());
        branches.click();
        page.waitForURL("**/activities/plan-cascade?**");
        assertThat(page.locator("main")).containsText("共 " + count + " 条");
    }

    @Test
    void pictures_and_tables_are_for_everybody_on_a_phone_in_both_languages() {
        openBoard();
        page.click("section[aria-labelledby=years] summary");
        Axe.requireNone(page);
    }
}
