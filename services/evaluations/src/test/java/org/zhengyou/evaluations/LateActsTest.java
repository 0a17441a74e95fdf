package org.zhengyou.evaluations;

import java.time.LocalDate;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.LateActRules;

class LateActsTest extends LateActRules {
    @Override
    protected <C, E, S> DeciderScenario<C, E, S> of(Decider<C, E, S> decider) {
        return DeciderScenario.of(EvaluationsService.definition(), decider);
    }

    @Override
    protected Object event() {
        return new ReviewCycleOpened(new CycleId("cycle"), 2010, LocalDate.parse("2010-12-10"));
    }
}
