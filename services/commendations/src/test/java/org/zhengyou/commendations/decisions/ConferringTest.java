package org.zhengyou.commendations.decisions;

import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.CONFER_BEFORE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.University.presented;
import static org.zhengyou.commendations.decisions.Decisive.CLOSED;
import static org.zhengyou.commendations.decisions.Decisive.REVIEW;
import static org.zhengyou.commendations.decisions.Decisive.decided;
import static org.zhengyou.commendations.decisions.Decisive.eligible;
import static org.zhengyou.commendations.decisions.Decisive.withResult;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_MEMBER;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.decisions.DecisionCommand.ConferCommendation;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationConferred;
import org.zhengyou.commendations.rounds.RoundKind;

class ConferringTest {
    private static final ConferCommendation CONFER = new ConferCommendation(OF_ANN, ROUND);

    @Test
    void what_was_decided_is_conferred_before_the_rounds_day() {
        withResult("GOOD")
                .given(decided())
                .on("2011-06-30")
                .by(GAO)
                .when(CONFER)
                .thenEvents(conferred("2011-06-30"))
                .given(conferred("2011-06-30"))
                .when(CONFER)
                .thenNothing()
                .by(HAN)
                .when(CONFER)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        withResult("GOOD").given(decided()).by(HAN).when(CONFER).thenRefused(ACTOR_LACKS_AUTHORITY);
        withResult("GOOD")
                .given(decided())
                .on("2011-07-01")
                .by(GAO)
                .when(CONFER)
                .thenRefused(ROUND_CLOSED, "S69", "2011-07-01");
    }

    @Test
    void only_what_was_decided_is_conferred() {
        withResult("GOOD")
                .by(GAO)
                .when(CONFER)
                .thenRefused(STEP_OUT_OF_ORDER, "S69", "the nomination is decided");
        withResult("GOOD")
                .given(decided(false, REVIEW, null))
                .by(GAO)
                .when(CONFER)
                .thenRefused(STEP_OUT_OF_ORDER, "S69", "not to commend");
        withResult("GOOD")
                .given(decided())
                .on("2011-06-09")
                .by(GAO)
                .when(CONFER)
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void a_special_round_is_conferred_inside_phase_4() {
        var special =
                opened(ROUND, RoundKind.SPECIAL, LocalDate.parse("2011-06-15"), CONFER_BEFORE);
        University.scenario(Commendation.decider())
                .on("2011-05-10")
                .given(special, filed(), presented(), CLOSED, eligible(), decided())
                .on("2011-06-14")
                .by(GAO)
                .when(CONFER)
                .thenRefused(PHASE_NOT_OPEN)
                .on("2011-06-15")
                .when(CONFER)
                .thenEvents(conferred("2011-06-15"));
    }

    private static CommendationConferred conferred(String on) {
        return new CommendationConferred(
                OF_ANN, ROUND, OUTSTANDING_MEMBER, ANN, BRANCH, LocalDate.parse(on));
    }
}
