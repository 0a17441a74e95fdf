package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.kit.Service;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * 指南. What the guide says is what the console shows: every screen that it tells of is opened as
 * whom it tells, what it names is there, and its pictures are taken of it. Run with {@code
 * -Dapprove=true} to keep them.
 */
class GuideTest extends ConsoleCase {
    private static final Path PICTURES = Repository.at("docs/guide/pictures");
    private static final int MOST_PICTURES = 30;
    private static final int LARGEST = 60_000;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    GuideTest(RunningCampaign campaign) {
        super(campaign);
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        // What a rule refuses is an answer; the browser calls every such answer an error.
        assertThat(chromium.complaints())
                .allMatch(complaint -> complaint.startsWith("Failed to load resource"));
    }

    static Stream<GuidePage> pages() {
        return Stream.of("zh", "en").flatMap(language -> GuidePage.all(language).stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_of_the_guide_names_what_the_console_shows(GuidePage told) throws IOException {
        try (GuideWalk walk = new GuideWalk(chromium, told.language())) {
            walk.go(told.steps());
            if (Boolean.getBoolean("approve")) keep(walk.pictures());
            assertThat(walk.wrong()).as(told.toString()).isEmpty();
            assertThat(walk.pictures().keySet())
                    .containsExactlyInAnyOrderElementsOf(told.pictures());
        }
    }

    private static void keep(Map<String, byte[]> pictures) throws IOException {
        for (var one : pictures.entrySet()) {
            Path file = PICTURES.resolve(one.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
    }

    @Test
    void what_no_screen_shows_would_be_found() {
        GuidePage told =
                GuidePage.of(
                        "zh",
                        "seeded",
                        """
                        <!-- as member -->
                        <!-- screen /mine?asOf=2011-07-31 -->
                        **我的** **没有这个按钮** ![](../pictures/zh/seeded.png)
                        """);
        try (GuideWalk walk = new GuideWalk(chromium, "zh")) {
            walk.go(told.steps());
            assertThat(walk.wrong()).containsExactly("no “没有这个按钮” on /mine?asOf=2011-07-31");
            assertThat(walk.pictures()).containsOnlyKeys("zh/seeded.png");
        }
    }

    @Test
    void the_pictures_are_those_that_the_guide_names_and_small() throws IOException {
        Set<String> named = new TreeSet<>();
        pages().forEach(page -> named.addAll(page.pictures()));
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PICTURES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.add(PICTURES.relativize(file).toString().replace('\\', '/'));
                assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST);
            }
        }
        assertThat(kept).as("files in docs/guide/pictures").isEqualTo(named);
        assertThat(kept).hasSizeLessThanOrEqualTo(MOST_PICTURES);
    }

    @Test
    void both_languages_tell_of_the_same_tasks_on_the_same_screens() {
        List<GuidePage> zh = GuidePage.all("zh");
        List<GuidePage> en = GuidePage.all("en");
        assertThat(zh)
                .extracting(GuidePage::name)
                .isEqualTo(en.stream().map(GuidePage::name).toList());
        for (int i = 0; i < zh.size(); i++) {
            assertThat(en.get(i).anchors()).as(zh.get(i).name()).isEqualTo(zh.get(i).anchors());
            assertThat(en.get(i).shape()).as(zh.get(i).name()).isEqualTo(zh.get(i).shape());
        }
    }

    @Test
    void every_command_has_its_place_in_the_guide() {
        Set<String> told = new TreeSet<>();
        pages().forEach(page -> told.addAll(page.anchors()));
        for (Service service : Platform.allServices())
            assertThat(told)
                    .containsAll(
                            campaign.platform()
                                    .services()
                                    .runtime(service.name())
                                    .names()
                                    .commands()
                                    .keySet());
    }

    @Test
    void every_link_of_the_guide_leads_somewhere() {
        Map<String, List<String>> places = new LinkedHashMap<>();
        pages().forEach(page -> places.put(page.toString(), page.anchors()));
        pages().forEach(
                        page ->
                                page.links()
                                        .forEach(
                                                link ->
                                                        assertThat(
                                                                        isPlace(
                                                                                places,
                                                                                page.toString(),
                                                                                link))
                                                                .as("%s: %s", page, link)
                                                                .isTrue()));
        GuidePage.found(LINK, Repository.text("docs/guide/wishes.md"))
                .forEach(
                        link ->
                                assertThat(isPlace(places, "wishes", link))
                                        .as("wishes.md: %s", link)
                                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void every_link_of_the_first_page_leads_somewhere(String file) {
        for (String link : GuidePage.found(LINK, Repository.text(file)))
            if (!link.startsWith("http"))
                assertThat(Repository.at(link.replaceFirst("#.*", ""))).as(file).exists();
    }

    /** Whether a link from this page leads to a page that there is, and to a task that it has. */
    private static boolean isPlace(Map<String, List<String>> places, String from, String link) {
        String[] parts = link.split("#", 2);
        Path folder = Path.of(from).resolveSibling(parts[0]).normalize();
        String page = parts[0].isEmpty() ? from : folder.toString().replace(".md", "");
        List<String> anchors = places.get(page.replace('\\', '/'));
        if (anchors == null) return Files.exists(Repository.at("docs/guide").resolve(folder));
        return parts.length == 1 || anchors.contains(parts[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMITTEE_SECRETARY, /organizations/do/AppointToOffice, committee-secretary#AppointToOffice",
        "DEPUTY_SECRETARY, /activities/plan-cascade, campaign-office#plan-cascade",
        "GENERAL_BRANCH_SECRETARY, /activities/do/ConveyPlan, general-branch-secretary#ConveyPlan",
        "BRANCH_SECRETARY, /meeting, branch-secretary#meeting",
        "BRANCH_SECRETARY, /members/members, common#list",
        "MEMBER, /report?asOf=2011-07-31, member#report",
        "SUPERVISOR, /evaluations/review-board, supervisor#review-board",
        "AUDITOR, /insight/timeline, auditor#timeline",
    })
    void a_screen_leads_to_where_the_guide_tells_its_reader_of_it(
            DemoPeople person, String screen, String place) {
        open(person, screen);
        page.locator("header").getByText("指南").click();
        page.waitForURL("**/guide/zh/" + place);
        String anchor = place.substring(place.indexOf('#') + 1);
        assertThat(page.locator("h2:has([id='" + anchor + "'])")).isInViewport();
        page.click("#language");
        page.waitForURL("**/guide/en/" + place);
    }

    @Test
    void every_page_of_the_guide_can_be_read_by_everybody_on_a_phone_too() {
        open(DemoPeople.MEMBER, "/guide/zh/common");
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (String language : List.of("zh", "en")) {
            for (GuidePage told : GuidePage.all(language)) {
                page.setViewportSize(390, 800);
                page.navigate(chromium.url("/guide/" + told));
                assertThat(page.locator("article.guide h1")).isVisible();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                List<String> found = new ArrayList<>(Axe.violations(page));
                if (!page.evaluate("document.documentElement.scrollWidth").equals(390))
                    found.add("wider than a phone");
                if (!page.evaluate("[...document.images].every((one) => one.naturalWidth > 0)")
                        .equals(true)) found.add("a picture is not there");
                if (!found.isEmpty()) wrong.put(told.toString(), found);
            }
            page.click("#language");
        }
        assertThat(wrong).isEmpty();
    }
}
