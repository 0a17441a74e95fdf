package org.zhengyou.members;

import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.LateActRules;
import org.zhengyou.members.register.BranchId;
import org.zhengyou.members.register.EndReason;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberId;

class LateActsTest extends LateActRules {
    @Override
    protected <C, E, S> DeciderScenario<C, E, S> of(Decider<C, E, S> decider) {
        return DeciderScenario.of(MembersService.definition(), decider);
    }

    @Override
    protected Object event() {
        return new MembershipEnded(new MemberId("ann"), new BranchId("branch-1"), EndReason.LEFT);
    }
}
