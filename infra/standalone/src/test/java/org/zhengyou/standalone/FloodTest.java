package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.kit.host.Drip;
import org.zhengyou.standalone.Http.Answer;
import org.zhengyou.standalone.identity.DemoPeople;

/** Strangers come in masses, slowly and quickly; who is signed in does not notice. */
@ExtendWith(RunningCampaign.Shared.class)
class FloodTest {
    private static final int DRIPS = 504;
    private static final int PAGES = 2_000;
    private static final int AT_ONCE = 8;

    private final RunningCampaign campaign;
    private final PlatformOptions options;

    FloodTest(RunningCampaign campaign) {
        this.campaign = campaign;
        this.options = campaign.platform().options();
    }

    /** Some at every port that takes HTTP; half of them before the body, half within. */
    private List<Drip> drips() throws IOException {
        int[] ports = {options.gatewayPort(), options.identityPort(), options.servicesPort()};
        List<Drip> drips = new ArrayList<>();
        for (int i = 0; i < DRIPS; i++) {
            String length = i % 2 == 0 ? "X-Slow: " : "Content-Length: 60000\r\n\r\n";
            drips.add(
                    Drip.begin(
                            ports[i % ports.length],
                            "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\n" + length));
        }
        return drips;
    }

    /**
     * Each without a cookie, as from a browser that was never here; and a drop to each of these.
     */
    private void visit(List<Drip> drips) {
        for (int i = 0; i < PAGES / AT_ONCE; i++) {
            Answer page = Http.get(options.issuer() + "/login", null);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.headers().allValues("Set-Cookie"))
                    .allMatch(cookie -> cookie.startsWith("ZHENGYOU_IDENTITY_CSRF="));
            drips.forEach(Drip::drop);
        }
    }

    @Test
    void who_is_signed_in_is_served_while_strangers_drip_and_open_page_after_page()
            throws Exception {
        String token = campaign.token(DemoPeople.COMMITTEE_SECRETARY);
        List<Drip> drips = drips();
        int share = DRIPS / AT_ONCE;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visits = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                List<Drip> some = drips.subList(i * share, (i + 1) * share);
                visits.add(threads.submit(() -> visit(some)));
            }
            for (int i = 0; i < 100 || !visits.stream().allMatch(Future::isDone); i++) {
                Answer answer = Http.get(campaign.api() + "/insight/dashboard?limit=1", token);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            }
            for (Future<?> visit : visits) visit.get();
        }
        for (Drip drip : drips) drip.close();
    }
}
