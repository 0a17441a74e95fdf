package org.zhengyou.commendations.recommendations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.CAI;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.GAO;
import static org.zhengyou.commendations.University.HAN;
import static org.zhengyou.commendations.University.LIN;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.WU;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.University.presented;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationCommand.AttestRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.CloseRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationCommand.EnterRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.OpenRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.kit.spec.DeciderScenario;

class RecommendationTest {
    private static final RecommendationId BALLOT = new RecommendationId("ballot");
    private static final NominationId OF_HAN = new NominationId("nomination-han");
    private static final Tally TALLY = new Tally(30, 5, 2);
    private static final NominationFiled HAN_FILED =
            filed(OF_HAN, AwardCategory.OUTSTANDING_MEMBER, new CandidateId(HAN), BRANCH);
    private static final StatementPresented HAN_PRESENTED =
            new StatementPresented(OF_HAN, ROUND, COLLEGE, "d3");
    private static final OpenRecommendation OPEN =
            new OpenRecommendation(BALLOT, ROUND, COLLEGE, 40, "roll");
    private static final RecommendationOpened OPENED =
            new RecommendationOpened(BALLOT, ROUND, COLLEGE, List.of(OF_ANN), 40, "roll");
    private static final EnterRecommendationTally ENTER = enter(OF_ANN, TALLY);
    private static final AttestRecommendationTally ATTEST = attest(TALLY, "scan");
    private static final CloseRecommendation CLOSE =
            new CloseRecommendation(BALLOT, ROUND, COLLEGE);
    private static final RecommendationClosed CLOSED =
            new RecommendationClosed(
                    BALLOT,
                    ROUND,
                    COLLEGE,
                    40,
                    "roll",
                    List.of(new Figures(OF_ANN, TALLY, "scan")));

    @Test
    void a_unit_recommends_after_every_statement() {
        spoken().by(HAN).when(OPEN).thenEvents(OPENED);
        spoken().given(OPENED).by(HAN).when(OPEN).thenNothing();
        spoken().by(LIN).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
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
        assertThatThrownBy(() -> new OpenRecommendation(BALLOT, ROUND, COLLEGE, 0, "roll"))
                .hasMessageContaining("rollSize");
    }

    @Test
    void one_person_enters_the_papers_of_a_nomination() {
        ballot().by(HAN).when(ENTER).thenEvents(entered(HAN, TALLY));
        ballot().given(entered(HAN, TALLY)).by(HAN).when(ENTER).thenNothing();
        ballot().by(LIN).when(ENTER).thenRefused(ACTOR_LACKS_AUTHORITY);
        spoken().by(HAN).when(ENTER).thenRefused(STEP_OUT_OF_ORDER, "S83", "opened");
        ballot().by(HAN).when(enter(OF_HAN, TALLY)).thenRefused(NOT_ON_RECORD);
    }

    @Test
    void there_are_no_more_papers_than_names_on_the_roll() {
        ballot().by(HAN).when(enter(OF_ANN, new Tally(40, 1, 0))).thenRefused(NOT_ON_ROLL);
        assertThatThrownBy(() -> new Tally(0, -1, 0)).hasMessageContaining("against");
    }

    @Test
    void a_wrong_entry_is_corrected_before_it_is_attested_and_not_after() {
        Tally other = new Tally(29, 6, 2);
        ballot().given(entered(HAN, TALLY))
                .by(HAN)
                .when(enter(OF_ANN, other))
                .thenEvents(entered(HAN, other));
        ballot().given(entered(HAN, TALLY), attested())
                .by(HAN)
                .when(enter(OF_ANN, other))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void another_person_attests_it_from_the_same_scan() {
        ballot().given(entered(HAN, TALLY)).by(WU).when(ATTEST).thenEvents(attested());
        ballot().given(entered(HAN, TALLY), attested()).by(WU).when(ATTEST).thenNothing();
        ballot().given(entered(HAN, TALLY), attested())
                .by(GAO)
                .when(ATTEST)
                .thenRefused(ALREADY_ON_RECORD);
        ballot().given(entered(HAN, TALLY))
                .by(HAN)
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST, "P-PAPER-TALLY", "entered");
        ballot().given(entered(HAN, TALLY)).by(LIN).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        ballot().by(WU).when(ATTEST).thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered");
        ballot().given(entered(HAN, TALLY))
                .by(WU)
                .when(attest(TALLY, "other"))
                .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "another scan");
    }

    @Test
    void what_the_second_person_counted_equals_the_entry() {
        ballot().given(entered(HAN, TALLY))
                .by(WU)
                .when(attest(new Tally(29, 6, 2), "scan"))
                .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "differs");
        ballot().given(entered(HAN, TALLY), attested())
                .by(WU)
                .when(attest(new Tally(29, 6, 2), "scan"))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void what_is_attested_is_the_entry_recorded_last_whatever_its_date() {
        Tally corrected = new Tally(37, 0, 0);
        var twice =
                ballot().given(entered(HAN, TALLY))
                        .on("2011-05-22")
                        .given(entered(HAN, corrected))
                        .on("2011-05-21")
                        .by(WU);
        twice.when(ATTEST)
                .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered, as it was last")
                .when(attest(corrected, "scan"))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2011-05-22")
                .when(ATTEST)
                .thenRefused(NOT_ON_RECORD)
                .when(attest(corrected, "scan"))
                .thenEvents(attested());
        ballot().on("2011-05-22")
                .given(entered(HAN, TALLY))
                .on("2011-05-21")
                .given(entered(HAN, corrected))
                .on("2011-05-23")
                .by(WU)
                .when(ATTEST)
                .thenRefused(NOT_ON_RECORD);
    }

    /** As it could come about before: the log is what it is, and is not counted on. */
    @Test
    void an_attestation_of_an_earlier_entry_attests_no_later_one() {
        Tally later = new Tally(37, 0, 0);
        var stale =
                ballot().given(entered(HAN, TALLY), attested(), entered(HAN, later))
                        .by(HAN)
                        .when(CLOSE)
                        .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "attested");
        stale.by(WU).when(attest(later, "scan")).thenEvents(attested());
        ballot().given(entered(HAN, TALLY))
                .on("2011-05-22")
                .given(entered(HAN, later))
                .on("2011-05-21")
                .given(attested())
                .on("2011-05-23")
                .by(HAN)
                .when(CLOSE)
                .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "attested");
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
        ballot().by(ANN.value()).when(ENTER).thenRefused(CONFLICT_OF_INTEREST);
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
        spoken().by(CAI.value()).when(CLOSE).thenRefused(STEP_OUT_OF_ORDER);
    }

    private static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> round() {
        return University.scenario(Recommendation.decider())
                .on("2011-05-10")
                .given(opened())
                .on("2011-05-20");
    }

    private static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> spoken() {
        return round().given(filed(), presented());
    }

    private static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> ballot() {
        return spoken().given(OPENED);
    }

    private static DeciderScenario<RecommendationCommand, RecommendationEvent, ?> counted() {
        return ballot().given(entered(HAN, TALLY), attested());
    }

    private static EnterRecommendationTally enter(NominationId nomination, Tally tally) {
        return new EnterRecommendationTally(BALLOT, ROUND, COLLEGE, nomination, tally, "scan");
    }

    private static AttestRecommendationTally attest(Tally tally, String scan) {
        return new AttestRecommendationTally(BALLOT, ROUND, COLLEGE, OF_ANN, tally, scan);
    }

    private static RecommendationTallyEntered entered(String by, Tally tally) {
        return new RecommendationTallyEntered(
                BALLOT, ROUND, COLLEGE, OF_ANN, new MemberId(by), tally, "scan");
    }

    private static RecommendationTallyAttested attested() {
        return new RecommendationTallyAttested(
                BALLOT, ROUND, COLLEGE, OF_ANN, new MemberId(WU), "scan");
    }
}
