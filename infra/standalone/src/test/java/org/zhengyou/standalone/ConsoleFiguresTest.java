package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** What the dashboard shows after branches were merged, and in which order. */
class ConsoleFiguresTest extends ConsoleCase {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();
    private static final String SUFFIX = "示范党总支";

    ConsoleFiguresTest(RunningCampaign campaign) {
        super(campaign);
    }

    @Test
    void what_a_branch_did_stays_counted_when_its_members_are_transferred_and_it_is_merged() {
        List<String> branches = branches();
        String merged = branches.get(1);
        String heir = branches.get(2);
        merge(merged, heir);
        try (Page page = chromium.signedIn(DemoPeople.COMMITTEE_SECRETARY)) {
            open(page, "2012-01-31");
            List<String> top = page.locator(ORGANIZATION).first().locator("td").allInnerTexts();
            List<String> figures = page.locator("[data-figure] b").allInnerTexts();
            List<String> mergedRow = row(page, merged);
            List<String> heirRow = row(page, heir);
            open(page, "2012-02-10");

            assertThat(page.locator(ORGANIZATION).first().locator("td").allInnerTexts())
                    .isEqualTo(top);
            figures.set(2, String.valueOf(Integer.parseInt(figures.get(2)) - 1)); // branches
            figures.set(3, page.locator("[data-figure=plans] b").innerText());
            assertThat(page.locator("[data-figure] b").allInnerTexts()).isEqualTo(figures);
            assertThat(page.locator("tr[data-key='" + merged + "']")).hasCount(0);
            for (int column : List.of(0, 3, 5, 6, 7, 8))
                assertThat(number(row(page, heir).get(column)))
                        .as("column %s", column)
                        .isEqualTo(number(mergedRow.get(column)) + number(heirRow.get(column)));
        }
    }

    @Test
    void organisations_stand_in_the_order_in_which_people_look_for_them() {
        List<String> names =
                List.of("阿", "安", "白", "陈", "第一", "第2甲", "第二", "第三", "第10", "第十一", "第20", "张");
        for (String name : names.reversed()) establish(name);
        campaign.settle();
        try (Page page = chromium.signedIn(DemoPeople.COMMITTEE_SECRETARY)) {
            open(page, "2012-06-02");
            List<String> shown =
                    page.locator(ORGANIZATION + " th").allInnerTexts().stream()
                            .filter(label -> label.endsWith(SUFFIX))
                            .map(label -> label.replace(SUFFIX, ""))
                            .toList();
            assertThat(shown).isEqualTo(names);
        }
    }

    private static void open(Page page, String day) {
        page.navigate(chromium.url("/board?asOf=" + day));
        assertThat(page.locator("#basis")).containsText(" " + day + " · ");
    }

    private static List<String> row(Page page, String organization) {
        return page.locator("tr[data-key='" + organization + "'] td").allInnerTexts();
    }

    private static int number(String cell) {
        return Integer.parseInt(cell.replace(",", ""));
    }

    private void merge(String merged, String heir) {
        List<String> after = new ArrayList<>();
        for (JsonNode row : campaign.rows(SECRETARY, "members", "members"))
            if (row.path("branch").asString().equals(merged)) {
                Map<String, ?> transfer =
                        Map.of("member", row.path("key").asString(), "from", merged, "to", heir);
                after =
                        List.of(
                                send(
                                        "members",
                                        "TransferMember",
                                        "2012-02-01",
                                        transfer,
                                        List.of()));
            }
        assertThat(after).isNotEmpty();
        Map<String, ?> merger = Map.of("organization", heir, "merged", List.of(merged));
        send("organizations", "MergeOrganizations", "2012-02-02", merger, after);
        campaign.settle();
    }

    private void establish(String name) {
        Map<String, ?> body =
                Map.of(
                        "organization", UUID.randomUUID().toString(),
                        "type", "GENERAL_BRANCH",
                        "hostUnitKind", "COLLEGE",
                        "parentCode", "DW",
                        "code", "ORDER" + name.codePoints().sum(),
                        "labelZh", name + SUFFIX,
                        "labelEn", "");
        send("organizations", "EstablishOrganization", "2012-06-01", body, List.of());
    }

    private String send(
            String service, String name, String day, Map<String, ?> body, List<String> after) {
        String key = UUID.randomUUID().toString();
        Recorded recorded =
                campaign.client()
                        .send(new Command(SECRETARY, service, name, body, day, key, after));
        return service + ":" + recorded.position();
    }

    private List<String> branches() {
        return campaign
                .client()
                .rows(
                        SECRETARY,
                        "organizations",
                        "organization-tree",
                        "asOf=2012-01-31",
                        "sort=code")
                .stream()
                .filter(row -> row.path("type").asString().equals("BRANCH"))
                .map(row -> row.path("key").asString())
                .toList();
    }
}
