package org.zhengyou.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short torture; the long one is {@code ./zhengyou torture}. */
@Timeout(180)
class TortureTest {
    @TempDir Path folder = Path.of("");

    @Test
    void whatever_is_killed_paused_or_cut_off_the_log_is_what_the_clients_were_told()
            throws Exception {
        long seed = System.nanoTime();
        try (Campaign campaign = new Campaign(seed, folder, "COMMIT")) {
            Result result = campaign.run(12);
            assertThat(result.faults()).as("seed %s", seed).isEmpty();
            assertThat(result.acknowledged()).isPositive();
            assertThat(result.events()).isGreaterThanOrEqualTo(result.acknowledged());
        }
    }

    @Test
    void the_oracle_notices_a_server_that_acknowledges_what_it_has_not_written() throws Exception {
        try (Campaign campaign = new Campaign(7, folder, "FORGETFUL")) {
            assertThat(campaign.run(2).faults()).isNotEmpty();
        }
    }
}
