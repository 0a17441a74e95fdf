package org.zhengyou.evaluations.reviews;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.OF_COLLEGE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.REVIEW;
import static org.zhengyou.evaluations.reviews.ReviewScenario.ROLL;
import static org.zhengyou.evaluations.reviews.ReviewScenario.SCAN;
import static org.zhengyou.evaluations.reviews.ReviewScenario.attested;
import static org.zhengyou.evaluations.reviews.ReviewScenario.closed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.entered;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filedByCollege;
import static org.zhengyou.evaluations.reviews.ReviewScenario.opened;
import static org.zhengyou.evaluations.reviews.ReviewScenario.presented;
import static org.zhengyou.evaluations.reviews.ReviewScenario.presentedByCollege;
import static org.zhengyou.evaluations.reviews.ReviewScenario.scenario;
import static org.zhengyou.evaluations.reviews.ReviewScenario.tally;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;
import static org.zhengyou.kit.spec.University.crowd;
import static org.zhengyou.kit.spec.University.deputy;

import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.AppraisalCommand.CloseAppraisal;
import org.zhengyou.evaluations.reviews.AppraisalCommand.OpenAppraisal;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

class AppraisalTest {
    private static final OpenAppraisal OPEN =
            new OpenAppraisal(REVIEW, CYCLE, AppraisalMode.PAPER_TALLY, 20, 12, ROLL);
    private static final CloseAppraisal CLOSE = new CloseAppraisal(REVIEW, CYCLE);

    @Test
    void an_appraisal_follows_the_report_and_freezes_its_rolls() {
        reported().by(LIN).when(OPEN).thenEvents(opened());
        reported().given(opened()).by(LIN).when(OPEN).thenNothing();
        reported()
                .given(opened())
                .by(LIN)
                .when(new OpenAppraisal(REVIEW, CYCLE, AppraisalMode.PAPER_TALLY, 21, 12, ROLL))
                .thenRefused(ALREADY_ON_RECORD, "S114", "frozen");
        reported()
                .given(opened())
                .on("2010-12-16")
                .by(LIN)
                .when(OPEN)
                .thenRefused(ALREADY_ON_RECORD, "S114", "2010-12-15");
        scenario().given(filed()).by(LIN).when(OPEN).thenRefused(STEP_OUT_OF_ORDER);
        scenario().by(LIN).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario().by("gao").when(OPEN).thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void a_roll_of_members_has_no_more_names_than_the_register() {
        // 17 and ann, bob and lin.
        reported().by(LIN).when(openedWith(20)).thenEvents(opened());
        reported()
                .by(LIN)
                .when(openedWith(21))
                .thenRefused(NOT_ON_ROLL, "S114", "21 members, the register");
        reported()
                .by(LIN)
                .when(openedWith(100_000))
                .thenRefused(NOT_ON_ROLL, "S114", "only 20 on 2010-12-15");
        reported().by(CAI.value()).when(openedWith(21)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    private static OpenAppraisal openedWith(int members) {
        return new OpenAppraisal(REVIEW, CYCLE, AppraisalMode.PAPER_TALLY, members, 12, ROLL);
    }

    @Test
    void members_and_masses_both_take_part() {
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new OpenAppraisal(
                                                REVIEW,
                                                CYCLE,
                                                AppraisalMode.PAPER_TALLY,
                                                20,
                                                0,
                                                ROLL)))
                .hasMessageContaining("massesOnRoll");
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new OpenAppraisal(
                                                REVIEW,
                                                CYCLE,
                                                AppraisalMode.PAPER_TALLY,
                                                0,
                                                12,
                                                ROLL)))
                .hasMessageContaining("membersOnRoll");
    }

    @Test
    void the_organisation_above_the_subject_appraises() {
        reported().by(CAI.value()).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
        reported().given(opened()).by(CAI.value()).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
        var ofCollege =
                new OpenAppraisal(OF_COLLEGE, CYCLE, AppraisalMode.PAPER_TALLY, 20, 12, ROLL);
        scenario()
                .given(filedByCollege(false), presentedByCollege())
                .by(WU)
                .when(ofCollege)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nobody_counts_in_their_own_cause() {
        reported().by(ANN.value()).when(OPEN).thenRefused(ACTOR_LACKS_AUTHORITY);
        reported()
                .knowing(deputy("own-cause", BRANCH.value(), ANN.value()))
                .by(ANN.value())
                .when(OPEN)
                .thenRefused(CONFLICT_OF_INTEREST);
        open().given(entered(), attested())
                .knowing(deputy("own-cause", BRANCH.value(), ANN.value()))
                .by(ANN.value())
                .when(CLOSE)
                .thenRefused(CONFLICT_OF_INTEREST);
    }

    @Test
    void the_tally_is_published_with_the_close_and_not_before() {
        open().given(entered(), attested()).by(LIN).when(CLOSE).thenEvents(closed(), tally());
        open().given(entered(), attested(), closed(), tally()).by(LIN).when(CLOSE).thenNothing();
        open().given(entered(), attested(), closed(), tally())
                .on("2010-12-16")
                .by(LIN)
                .when(CLOSE)
                .thenRefused(ALREADY_ON_RECORD, "S114", "2010-12-15");
        open().given(entered(), attested(), closed(), tally())
                .by(CAI.value())
                .when(CLOSE)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        open().given(entered())
                .by(LIN)
                .when(CLOSE)
                .thenRefused(STEP_OUT_OF_ORDER, "S114", "attested by a second person");
        open().given(entered(), attested())
                .by(CAI.value())
                .when(CLOSE)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        open().given(entered())
                .on("2010-12-18")
                .given(attested())
                .on("2010-12-17")
                .by(LIN)
                .when(CLOSE)
                .thenRefused(STEP_OUT_OF_ORDER, "S114", "attested by a second person");
    }

    @Test
    void a_tally_whose_key_was_destroyed_is_not_guessed() {
        var erased =
                new PaperTallyEntered(
                        REVIEW, new MemberId(LIN), SCAN, new Personal(ANN.value(), null));
        open().given(erased, attested()).by(LIN).when(CLOSE).thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_closed_cycle_takes_no_appraisal() {
        reported()
                .given(new ReviewCycleClosed(CYCLE, 2010))
                .by(LIN)
                .when(OPEN)
                .thenRefused(ROUND_CLOSED);
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> reported() {
        return scenario()
                .on("2010-01-01")
                .knowing(crowd(BRANCH.value(), 17))
                .on("2010-12-15")
                .given(filed(), presented());
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> open() {
        return reported().given(opened());
    }
}
