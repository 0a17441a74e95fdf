package org.zhengyou.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.zhengyou.standalone.identity.DemoPeople;

/** Signing out of every browser from one of them. */
class ConsoleSignOutTest extends ConsoleCase {
    ConsoleSignOutTest(RunningCampaign campaign) {
        super(campaign);
    }

    @Test
    void who_signs_out_on_all_devices_is_signed_out_in_the_other_browser_too() {
        open(DemoPeople.MEMBER, "/mine");
        try (Page phone = chromium.signedIn(DemoPeople.MEMBER)) {
            phone.setViewportSize(390, 800);
            phone.navigate(chromium.url("/mine"));
            assertThat(phone.locator("#sign-out-everywhere")).isVisible();
            assertThat(Axe.violations(phone)).isEmpty();
            phone.click("#language");
            phone.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign out on all devices"))
                    .click();
            assertThat(phone.locator("input[name=password]")).isVisible();
        }
        page.reload();
        assertThat(page.locator("input[name=password]")).isVisible();
    }
}
