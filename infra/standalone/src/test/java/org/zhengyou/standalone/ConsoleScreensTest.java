package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.view.View;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * Laws of all screens: every view and every command of every service has one, in both languages,
 * that shows no id and that people who cannot see it well can use.
 */
class ConsoleScreensTest extends ConsoleCase {
    private static final String AS_OF = "?asOf=2011-07-31";
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)+\\b");

    ConsoleScreensTest(RunningCampaign campaign) {
        super(campaign);
    }

    @BeforeEach
    void sign_in() {
        page = chromium.signedIn(DemoPeople.COMMITTEE_SECRETARY);
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void every_view_has_a_list_and_a_page_for_each_row() {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (Service service : Platform.allServices())
            for (View<?, ?> view : service.views()) {
                String path = "/" + service.name() + "/" + view.name();
                look(path, wrong);
                Locator rows = page.locator("main tbody tr");
                if (rows.count() == 0) continue;
                rows.first().locator("a").last().click();
                assertThat(page.locator("main dl").first()).isVisible();
                check(path + "/…", wrong);
            }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_command_has_a_form() {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (Service service : Platform.allServices())
            for (String name : commands(service)) {
                String path = "/" + service.name() + "/do/" + name;
                look(path, wrong);
                if (page.locator("form.form button[type=submit]").count() != 1)
                    wrong.computeIfAbsent(path, key -> new ArrayList<>()).add("no form");
            }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_screen_with_an_id_a_code_or_a_button_without_a_name_would_be_found() {
        page.navigate(chromium.url("/board" + AS_OF));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(
                """
                document.querySelector('main').insertAdjacentHTML('beforeend',
                  '<p>7b0c7f0e-58a4-4f0c-9a55-3a1c5ad2f6e1 POST_DEDICATION</p><button></button>')
                """);
        Map<String, List<String>> wrong = new TreeMap<>();
        check("seeded", wrong);
        assertThat(wrong.get("seeded")).hasSizeGreaterThanOrEqualTo(3);
    }

    private Set<String> commands(Service service) {
        return campaign.platform().services().runtime(service.name()).names().commands().keySet();
    }

    private void look(String path, Map<String, List<String>> wrong) {
        page.navigate(chromium.url(path + AS_OF));
        assertThat(page.locator("main h1")).isVisible();
        check(path, wrong);
        page.click("#language");
        check(path + " (en)", wrong);
        page.click("#language");
    }

    private void check(String path, Map<String, List<String>> wrong) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> found = new ArrayList<>();
        String shown = page.locator("main").innerText();
        ID.matcher(shown).results().limit(2).forEach(id -> found.add("id " + id.group()));
        CODE.matcher(shown).results().limit(2).forEach(code -> found.add("code " + code.group()));
        found.addAll(Axe.violations(page));
        if (!found.isEmpty()) wrong.put(path, found);
    }
}
