package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** Files that people choose in the console, and what others see of them. */
class ConsoleDocumentsTest extends ConsoleCase {
    private static final String ON = "2011-07-20";
    private static final byte[] PLAN =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.US_ASCII);

    ConsoleDocumentsTest(RunningCampaign campaign) {
        super(campaign);
    }

    private List<JsonNode> rows(DemoPeople person, String service, String view) {
        return campaign.rows(person.subject(), service, view, "asOf=" + ON);
    }

    private String ownBranch(DemoPeople person) {
        return rows(person, "members", "branch-roster").stream()
                .filter(row -> row.path("member").asString().equals(person.subject()))
                .map(row -> row.path("branch").asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode cascade(String organization) {
        return rows(DemoPeople.COMMITTEE_SECRETARY, "activities", "plan-cascade").stream()
                .filter(row -> row.path("key").asString().equals(organization))
                .findFirst()
                .orElseThrow();
    }

    private Locator choose(String name, byte[] bytes) {
        page.locator("form.form input[type=file]")
                .first()
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        return page.locator("form.form");
    }

    /** Opens the form of the branch's next plan, as the links of a row do. */
    private void openPlanOf(String branch) {
        String above = cascade(branch).path("parent").asString();
        String campaignId =
                rows(DemoPeople.COMMITTEE_SECRETARY, "activities", "calendar")
                        .getFirst()
                        .path("campaign")
                        .asString();
        open(
                DemoPeople.COMMITTEE_SECRETARY,
                "/activities/do/AdoptPlan?asOf=%s&campaign=%s&organization=%s&level=BRANCH&parentPlan=%s"
                        .formatted(ON, campaignId, branch, cascade(above).path("plan").asString()));
    }

    @Test
    void a_plan_is_adopted_with_its_file_and_whoever_sees_the_plan_opens_it() {
        String branch = ownBranch(DemoPeople.BRANCH_SECRETARY);
        openPlanOf(branch);
        Locator form = choose("实施方案.pdf", PLAN);
        assertThat(form).containsText("已上传 实施方案.pdf");
        page.reload();
        assertThat(form).containsText("已上传 实施方案.pdf");
        assertThat(form).containsText("可以提交。");
        page.click("form.form button[type=submit]");
        assertThat(page.locator("main")).containsText("已登记。");
        page.close();
        campaign.settle();

        String row = "/activities/plan-cascade/" + branch + "?asOf=" + ON;
        open(DemoPeople.BRANCH_SECRETARY, row);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看文件")).click();
        assertThat(page.locator("dialog.document")).containsText("内容与登记的摘要值一致。");
        assertThat(page.locator("dialog.document iframe"))
                .hasAttribute("src", Pattern.compile("^blob:.*"));
        assertThat(page.locator("dialog.document a[download]")).isVisible();
        assertThat(chromium.complaints()).isEmpty();
        String digest = cascade(branch).path("documentDigest").asString();
        String path = "/api/activities/documents/" + digest + "?asOf=" + ON;
        APIResponse shown = page.request().get(chromium.url(path));
        assertThat(shown.body()).isEqualTo(PLAN);
        assertThat(shown.headers())
                .containsEntry("content-type", "application/pdf")
                .hasEntrySatisfying(
                        "content-security-policy", p -> assertThat(p).contains("sandbox"));
        page.close();

        open(DemoPeople.MEMBER, row);
        assertThat(page.locator("main [role=alert]")).isVisible();
        assertThat(page.request().get(chromium.url(path)).status()).isEqualTo(404);
        assertThat(page.request().get(chromium.url(path.replace(digest, "0".repeat(64)))).status())
                .isEqualTo(404);
        chromium.complaints().clear(); // that there is nothing for the member
    }

    @Test
    void a_file_that_is_not_taken_says_what_is() {
        openPlanOf(ownBranch(DemoPeople.BRANCH_SECRETARY));
        Locator form = choose("实施方案.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertThat(form).containsText("文件须为 PDF、JPEG 或 PNG 图片");
        choose("照片.png", picture());
        assertThat(form).containsText("已上传 照片.png");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看文件")).click();
        assertThat(page.locator("dialog.document img")).isVisible();
        assertThat(
                        page.evaluate(
                                "() => document.querySelector('dialog.document img').decode().then(() => true)"))
                .isEqualTo(true);
        chromium.complaints().clear(); // of the file that was refused
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
