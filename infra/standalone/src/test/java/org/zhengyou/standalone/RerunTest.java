package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhengyou.kit.runtime.Rerun;
import org.zhengyou.kit.runtime.ServiceRuntime;

/** Every decision that the demonstration left on record is taken again from its basis. */
@ExtendWith(RunningCampaign.Shared.class)
class RerunTest {
    @Test
    void every_decision_of_the_campaign_comes_out_the_same(RunningCampaign campaign) {
        int decisions = 0;
        for (ServiceRuntime runtime : campaign.platform().services().runtimes()) {
            Rerun.Report report = Rerun.of(runtime);
            assertThat(report.differences()).as(runtime.service().name()).isEmpty();
            assertThat(report.sealed()).isZero();
            decisions += report.decisions();
        }
        assertThat(decisions).isGreaterThan(300);
    }
}
