package org.zhengyou.standalone;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.standalone.identity.DemoPeople;

/** A browser for each class of tests, and a page for each test. */
@ExtendWith(RunningCampaign.Shared.class)
abstract class ConsoleCase {
    /** A row of the dashboard's table of all organisations. */
    static final String ORGANIZATION = "section[aria-labelledby=organizations] tbody tr";

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    final RunningCampaign campaign;

    @SuppressWarnings("NullAway.Init")
    Page page;

    ConsoleCase(RunningCampaign campaign) {
        this.campaign = campaign;
    }

    @BeforeAll
    static void launch(RunningCampaign campaign) {
        chromium = Chromium.before(campaign.platform());
    }

    @AfterAll
    static void end() {
        if (chromium != null) chromium.close();
    }

    void open(DemoPeople person, String path) {
        page = chromium.signedIn(person);
        page.navigate(chromium.url(path));
    }

    @AfterEach
    void close() {
        if (page != null) page.close();
    }
}
