package org.zhengyou.commendations.recommendations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.recommendations.Ballots.ATTEST;
import static org.zhengyou.commendations.recommendations.Ballots.BALLOT;
import static org.zhengyou.commendations.recommendations.Ballots.CLOSE;
import static org.zhengyou.commendations.recommendations.Ballots.CLOSED;
import static org.zhengyou.commendations.recommendations.Ballots.ENTER;
import static org.zhengyou.commendations.recommendations.Ballots.HAN_FILED;
import static org.zhengyou.commendations.recommendations.Ballots.HAN_PRESENTED;
import static org.zhengyou.commendations.recommendations.Ballots.OF_HAN;
import static org.zhengyou.commendations.recommendations.Ballots.OPEN;
import static org.zhengyou.commendations.recommendations.Ballots.OPENED;
import static org.zhengyou.commendations.recommendations.Ballots.TALLY;
import static org.zhengyou.commendations.recommendations.Ballots.ballot;
import static org.zhengyou.commendations.recommendations.Ballots.counted;
import static org.zhengyou.commendations.recommendations.Ballots.enter;
import static org.zhengyou.commendations.recommendations.Ballots.entered;
import static org.zhengyou.commendations.recommendations.Ballots.round;
import static org.zhengyou.commendations.recommendations.Ballots.spoken;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.recommendations.RecommendationCommand.OpenRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.kit.validation.Validity;

class RecommendationTest {
    @Test
    void a_unit_recommends_after_every_statement() {
        spoken().by(HAN).when(OPEN).thenEvents(OPENED);
        spoken().given(OPENED).by(HAN).when(OPEN).thenNothing();
        spoken().given(OPENED).by(LIN).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
        spoken().given(OPENED)
                .on("2011-05-21")
                .by(HAN)
                .when(OPEN)
                .thenRefused(ALREADY_ON_RECORD, "S83", "since 2011-05-20");
        spoken().by(LIN).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_roll_has_no_more_names_than_the_register_of_the_unit() {
        for (int roll : new int[] {41, 100_000})
            spoken().by(HAN)
                    .when(new OpenRecommendation(BALLOT, ROUND, COLLEGE, roll, "roll"))
                    .thenRefused(NOT_ON_ROLL, "S83", "only 40 on 2011-05-20");
        spoken().by(LIN)
                .when(new OpenRecommendation(BALLOT, ROUND, COLLEGE, 41, "roll"))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void no_ballot_without_a_statement() {
        round().by(HAN).when(OPEN).thenRefused(STEP_OUT_OF_ORDER, "S83", "a nomination is filed");
        spoken().given(HAN_FILED)
                .by(HAN)
                .when(OPEN)
                .thenRefused(STEP_OUT_OF_ORDER, "S83", OF_HAN.value());
        spoken().on("2011-05-19").by(HAN).when(OPEN).thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void a_unit_has_one_ballot_per_round() {
        spoken().given(OPENED)
                .by(HAN)
                .when(
                        new OpenRecommendation(
                                new RecommendationId("other"), ROUND, COLLEGE, 40, "roll"))
                .thenRefused(ALREADY_ON_RECORD);
        spoken().on("2011-07-01").by(HAN).when(OPEN).thenRefused(ROUND_CLOSED);
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new OpenRecommendation(BALLOT, ROUND, COLLEGE, 0, "roll")))
                .hasMessageContaining("rollSize");
    }

    @Test
    void nothing_is_counted_from_the_rounds_day_on() {
        ballot().on("2011-07-01").by(HAN).when(ENTER).thenRefused(ROUND_CLOSED, "S69", "2011");
        ballot().given(entered(HAN, TALLY))
                .on("2011-07-01")
                .by(WU)
                .when(ATTEST)
                .thenRefused(ROUND_CLOSED);
        counted().on("2011-06-30").by(HAN).when(CLOSE).thenEvents(CLOSED);
        counted().on("2011-07-01").by(HAN).when(CLOSE).thenRefused(ROUND_CLOSED);
    }

    @Test
    void nobody_counts_in_their_own_cause() {
        var both =
                new RecommendationOpened(
                        BALLOT, ROUND, COLLEGE, List.of(OF_ANN, OF_HAN), 40, "roll");
        spoken().given(HAN_FILED, HAN_PRESENTED, both)
                .by(HAN)
                .when(enter(OF_HAN, TALLY))
                .thenRefused(CONFLICT_OF_INTEREST);
    }

    @Test
    void it_is_closed_when_the_tally_of_each_nomination_is_attested() {
        counted().by(HAN).when(CLOSE).thenEvents(CLOSED);
        counted().given(CLOSED).by(HAN).when(CLOSE).thenNothing();
        counted().given(CLOSED).by(LIN).when(CLOSE).thenRefused(ACTOR_LACKS_AUTHORITY);
        counted()
                .given(CLOSED)
                .on("2011-05-21")
                .by(HAN)
                .when(CLOSE)
                .thenRefused(ALREADY_ON_RECORD, "S83", "closed");
        counted().by(LIN).when(CLOSE).thenRefused(ACTOR_LACKS_AUTHORITY);
        ballot().given(entered(HAN, TALLY))
                .by(HAN)
                .when(CLOSE)
                .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "attested");
        counted()
                .given(CLOSED)
                .by(HAN)
                .when(enter(OF_ANN, new Tally(1, 0, 0)))
                .thenRefused(ROLL_CLOSED);
        spoken().by(HAN).when(CLOSE).thenRefused(STEP_OUT_OF_ORDER);
    }
}
