package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;

/** 首次设置: the first person on an empty platform, from the sign-in to members on the register. */
class ConsoleSetupTest {
    private static final String ORGANIZATIONS =
            """
            编号,名称,英文名,类型,上级编号,单位类别,成立日期
            Z001,文学院党总支,,党总支,DW,二级学院,2006-09-01
            J001,文学院教工党支部,,党支部,Z001,二级学院,2006-09-01
            """;
    private static final String MEMBERS =
            """
            党员编号,姓名,类别,党支部编号,入党日期,生效日期
            DY000001,周敏,教工,J001,1999-07-01,2010-05-01
            DY000002,林涛,教工,J009,2001-07-01,2010-05-01
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Platform platform;

    @SuppressWarnings("NullAway.Init")
    private static PlatformClient client;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        PlatformOptions options = PlatformOptions.onFreePorts(folder);
        platform = Platform.start(options);
        SignedIn tokens = new SignedIn(options.issuer(), folder);
        client = new PlatformClient(options.gatewayUrl(), tokens, Duration.ofMinutes(1), t -> {});
        chromium = Chromium.before(platform);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        platform.close();
    }

    @Test
    void the_first_person_is_led_through_the_set_up_which_is_gone_when_it_is_done() {
        try (Page page = chromium.signedIn(DemoPeople.COMMITTEE_SECRETARY)) {
            page.waitForURL("**/setup");
            assertThat(page.locator("main h1")).hasText("首次设置");
            assertThat(page.locator("[data-done=true]")).hasCount(0);
            Axe.requireNone(page);

            establish(page);
            appoint(page);
            take(page, "setupOrganizations", ORGANIZATIONS, "2 行可以登记", "0 行有误，不予登记");
            take(page, "setupMembers", MEMBERS, "1 行可以登记", "1 行有误，不予登记");

            assertThat(page.locator("main [role=status]").first()).containsText("设置完成");
            Axe.requireNone(page);
            page.navigate(chromium.url("/"));
            page.waitForURL("**/todo");
        }
        try (Page page = chromium.signedIn(DemoPeople.MEMBER, "/setup")) {
            assertThat(page.locator("main")).hasText("首次设置由有“上级授权”角色的人员办理，请联系学校党委书记。");
        }
    }

    private static void establish(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交")).click();
        assertThat(page.locator("main").getByText("请填写").first()).isVisible();
        box(page, "学校名称").fill("江城大学");
        assertThat(box(page, "党委名称")).hasValue("中共江城大学委员会");
        box(page, "成立日期").fill("2006-09-01");
        box(page, "党委英文名称").fill("Jiangcheng University Party Committee");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交")).click();
        assertThat(step(page, "setupCommittee")).containsText("中共江城大学委员会");
        assertThat(step(page, "setupCommittee")).hasAttribute("data-done", "true");
    }

    private static void appoint(Page page) {
        box(page, "自").fill("2006-09-01");
        box(page, "自").blur(); // the calendar closes
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("由我担任党委书记")).click();
        assertThat(step(page, "setupSecretary")).hasAttribute("data-done", "true");
        RunningCampaign.settle(platform, client); // every service knows the office
    }

    /** Checks a sheet first, then records it. */
    private static void take(Page page, String step, String sheet, String right, String wrong) {
        Locator here = step(page, step);
        here.locator("input[type=file]")
                .setInputFiles(new FilePayload("sheet.csv", "text/csv", sheet.getBytes(UTF_8)));
        here.getByText("先核对，不登记").click();
        assertThat(here).containsText(right);
        assertThat(here).containsText(wrong);
        assertThat(here).hasAttribute("data-done", "false");
        here.getByText("登记这些行").click();
        assertThat(step(page, step)).hasAttribute("data-done", "true");
        RunningCampaign.settle(platform, client);
    }

    private static Locator box(Page page, String name) {
        return page.locator("main")
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator step(Page page, String step) {
        return page.locator("li[data-step=" + step + "]");
    }
}
