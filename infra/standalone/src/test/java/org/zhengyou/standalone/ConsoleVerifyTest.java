package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** 核验: an auditor computes in the browser whether what a decision rests on is what was recorded. */
class ConsoleVerifyTest extends ConsoleCase {
    private static final String CLOCKS = "?asOf=2011-07-31";

    ConsoleVerifyTest(RunningCampaign campaign) {
        super(campaign);
    }

    /** A nomination whose assessment rests on facts of other services. */
    private String nomination() {
        return campaign
                .rows(DemoPeople.AUDITOR.subject(), "commendations", "why", "asOf=2011-07-31")
                .stream()
                .filter(ConsoleVerifyTest::restsOnOthers)
                .map(row -> row.path("key").asString())
                .findFirst()
                .orElseThrow();
    }

    private static boolean restsOnOthers(JsonNode why) {
        for (JsonNode rule : why.path("trace")) if (rule.path("inputs").size() > 1) return true;
        return false;
    }

    private void openTheDecision() {
        open(DemoPeople.AUDITOR, "/commendations/why/" + nomination() + CLOCKS);
        page.click("main >> text=核验");
        assertThat(inputs().first()).isVisible();
    }

    private Locator inputs() {
        return page.locator("section[aria-labelledby=inputs] tbody tr");
    }

    private Locator verdicts(String verdict) {
        return page.locator("[data-verdict=" + verdict + "]");
    }

    private void compute() {
        page.click("main button:has-text('重新计算')");
        assertThat(page.locator("[data-verdict]").first()).isVisible();
    }

    @Test
    void every_input_of_a_decision_is_computed_again_up_to_the_heads_of_its_logs() {
        openTheDecision();
        assertThat(verdicts("same")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("重新计算：一致");
        assertThat(inputs().filter(new Locator.FilterOptions().setHasText("资格已审查")).first())
                .isVisible();
        compute();

        assertThat(verdicts("differs")).hasCount(0);
        assertThat(verdicts("same").first()).containsText("重新计算：一致");
        List<String> conclusions = inputs().locator("td:last-child").allInnerTexts();
        assertThat(conclusions)
                .allMatch(one -> one.equals("字节、链值一致") || one.equals("链值一致"))
                .contains("字节、链值一致");
        assertThat(inputs().locator("td:nth-child(5)").allInnerTexts())
                .anyMatch(place -> place.startsWith("表彰 "))
                .anyMatch(place -> !place.startsWith("表彰 "));
        assertThat(Axe.violations(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "log/entries, '\"bytes\":\"AAAACA', '\"bytes\":\"AAAACB', 字节与链值不符",
        "log/chain, '\"leaves\":[\"', '\"leaves\":[\"0', 不一致",
        "heads, '\"hash\":\"', '\"hash\":\"0', 与平台所报不同",
        "log/entries, '\"type\":\"commendations.', '\"type\":\"commendations.X', 与字节不符",
    })
    void an_answer_with_one_byte_changed_is_red(
            String resource, String was, String is, String told) {
        openTheDecision();
        page.route(
                "**/api/commendations/" + resource + "*",
                route -> tamper(route, text -> changed(text, was, is)));
        page.reload();
        assertThat(inputs().first()).isVisible();
        compute();

        assertThat(verdicts("differs")).hasCount(1);
        assertThat(verdicts("differs")).containsText(told);
        assertThat(verdicts("differs")).not().containsText("重新计算：一致");
    }

    /** The first byte behind this place is another one; the length stays as it was. */
    private static String changed(String text, String was, String is) {
        int at = text.indexOf(was);
        assertThat(at).as(was).isNotNegative();
        int end = at + is.length();
        char now = is.charAt(is.length() - 1);
        char other = text.charAt(end - 1) == now ? '1' : now;
        return text.substring(0, end - 1) + other + text.substring(end);
    }

    private static void tamper(Route route, UnaryOperator<String> change) {
        APIResponse answer = route.fetch();
        route.fulfill(
                new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(change.apply(answer.text())));
    }

    @Test
    void saved_evidence_is_computed_again_from_the_file_alone() throws IOException {
        openTheDecision();
        compute();
        String saved = Files.readString(page.waitForDownload(() -> page.click("text=保存依据")).path());
        int count = inputs().count();
        page.click("main >> text=核验已保存的依据");
        page.waitForURL("**/verify" + CLOCKS);
        page.route("**/api/*/log/**", Route::abort);

        choose(saved);
        assertThat(verdicts("same").first()).containsText("重新计算：一致");
        assertThat(verdicts("differs")).hasCount(0);
        assertThat(inputs()).hasCount(count);
        choose(changed(saved, "\"leaf\":\"", "\"leaf\":\"0"));
        assertThat(verdicts("differs")).hasCount(1);
        choose("{}");
        assertThat(page.locator("main [role=alert]")).hasText("这不是本平台保存的依据文件，请选择用“保存依据”得到的文件。");
    }

    private void choose(String content) {
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "evidence.json",
                        "application/json",
                        content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void it_fits_on_a_phone_and_reads_in_english() {
        openTheDecision();
        page.setViewportSize(390, 800);
        page.click("#language");
        page.click("main button:has-text('Compute again')");
        assertThat(verdicts("same").first()).containsText("computed again: the same");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(Axe.violations(page)).isEmpty();
    }
}
