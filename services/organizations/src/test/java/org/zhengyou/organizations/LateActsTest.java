package org.zhengyou.organizations;

import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.LateActRules;

class LateActsTest extends LateActRules {
    @Override
    protected <C, E, S> DeciderScenario<C, E, S> of(Decider<C, E, S> decider) {
        return DeciderScenario.of(OrganizationsService.definition(), decider);
    }

    @Override
    protected Object event() {
        return University.secretary(University.HAN_SECRETARY, University.COLLEGE, University.HAN);
    }
}
