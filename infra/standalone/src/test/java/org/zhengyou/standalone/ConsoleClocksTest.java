package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** Whatever list is opened at whatever clocks: the screen shows what the service answers. */
class ConsoleClocksTest extends ConsoleCase {
    private static final long SEED = 37;
    private static final int DRAWS = 24;
    private static final int SHOWN = 50;
    private static final LocalDate FIRST = LocalDate.of(2010, 5, 15);
    private static final int DAYS = 450;
    private static final Pattern AS_IT_IS =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\p{IsHan}[\\p{IsHan}、，。：“”（）\\d]*");

    private final Random random = new Random(SEED);

    ConsoleClocksTest(RunningCampaign campaign) {
        super(campaign);
    }

    @Test
    void at_random_clocks_a_list_shows_the_rows_that_the_service_answers() {
        campaign.settle();
        page = chromium.signedIn(DemoPeople.COMMITTEE_SECRETARY);
        int rows = 0;
        int texts = 0;
        for (int i = 0; i < DRAWS; i++) {
            Service service = one(Platform.allServices());
            String path = service.name() + "/" + one(service.views()).name();
            String clocks = "asOf=" + FIRST.plusDays(random.nextInt(DAYS)) + knownAt();
            List<JsonNode> answered = answered(path, clocks);
            page.navigate(chromium.url("/" + path + "?" + clocks));
            String drawn = "seed " + SEED + ", draw " + i + ": " + path + "?" + clocks;
            texts += compare(answered, drawn);
            rows += answered.size();
        }
        assertThat(rows).isGreaterThan(100);
        assertThat(texts).isGreaterThan(200);
    }

    /** What was known today, the day before anything was known, or nothing in particular. */
    private String knownAt() {
        LocalDate today = LocalDate.now(Given.ZONE);
        return switch (random.nextInt(5)) {
            case 0 -> "&knownAt=" + today.minusDays(1 + random.nextInt(100));
            case 1, 2 -> "&knownAt=" + today;
            default -> "";
        };
    }

    private <T> T one(List<? extends T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<JsonNode> answered(String path, String clocks) {
        String[] parts = path.split("/", 2);
        return campaign.client()
                .rows(
                        DemoPeople.COMMITTEE_SECRETARY.subject(),
                        parts[0],
                        parts[1],
                        clocks.split("&", 2));
    }

    /** How many texts were compared. */
    private int compare(List<JsonNode> answered, String drawn) {
        Locator rows = page.locator("main tbody tr[data-key]");
        if (answered.isEmpty()) {
            assertThat(page.getByText("没有您可以查看的数据。")).isVisible();
            assertThat(rows).hasCount(0);
            return 0;
        }
        assertThat(rows).hasCount(Math.min(SHOWN, answered.size()));
        // How many there are in all is told where that costs nothing.
        if (answered.size() <= SHOWN)
            assertThat(page.locator("main")).containsText("共 " + answered.size() + " 条");
        int texts = 0;
        for (int i = 0; i < rows.count(); i++) {
            Locator row = rows.nth(i);
            JsonNode said = answered.get(i);
            assertThat(row.getAttribute("data-key"))
                    .as(drawn)
                    .isEqualTo(said.path("key").asString());
            for (Locator cell : row.locator("td[data-field]").all()) {
                String field = cell.getAttribute("data-field");
                String expected = plain(said.path(field));
                if (expected.isEmpty()) continue;
                assertThat(cell.innerText().trim())
                        .as("%s, row %d, %s", drawn, i, field)
                        .isEqualTo(expected);
                texts++;
            }
        }
        return texts;
    }

    /** What the screen must show of a value that needs no name to be found; empty for others. */
    private static String plain(JsonNode value) {
        if (value.isBoolean()) return value.asBoolean() ? "是" : "否";
        if (value.isIntegralNumber()) return String.format(Locale.ROOT, "%d", value.asLong());
        if (!value.isString() || !AS_IT_IS.matcher(value.asString()).matches()) return "";
        return value.asString();
    }
}
