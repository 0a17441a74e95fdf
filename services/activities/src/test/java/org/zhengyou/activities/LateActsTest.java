package org.zhengyou.activities;

import org.zhengyou.activities.campaign.DirectiveEvent.DirectiveRegistered;
import org.zhengyou.activities.campaign.DirectiveId;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.LateActRules;

class LateActsTest extends LateActRules {
    @Override
    protected <C, E, S> DeciderScenario<C, E, S> of(Decider<C, E, S> decider) {
        return DeciderScenario.of(ActivitiesService.definition(), decider);
    }

    @Override
    protected Object event() {
        return new DirectiveRegistered(
                new DirectiveId("d"), "川委办〔2010〕13号", "省委办公厅", "实施意见", "digest");
    }
}
