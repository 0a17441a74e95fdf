package org.zhengyou.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short torture; the long one is {@code ./zhengyou torture log}. {@code -Dseed=…} does again what
 * was done under a seed that was printed.
 */
@Timeout(180)
class TortureTest {
    @TempDir Path folder = Path.of("");

    @Test
    void whatever_is_killed_paused_or_cut_off_the_log_is_what_the_clients_were_told() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("torture with -Dseed=" + seed + ", " + Campaign.durability(seed));
        Result result = Campaign.play(seed, folder, 12, Campaign.durability(seed));
        assertThat(result.faults()).as("seed %s", seed).isEmpty();
        assertThat(result.acknowledged()).isPositive();
        assertThat(result.events()).isGreaterThanOrEqualTo(result.acknowledged());
    }

    @Test
    void the_oracle_notices_a_server_that_acknowledges_what_it_has_not_written() {
        assertThat(Campaign.play(7, folder, 2, "FORGETFUL").faults()).isNotEmpty();
    }
}
