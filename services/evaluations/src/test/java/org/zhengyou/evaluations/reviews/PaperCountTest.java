package org.zhengyou.evaluations.reviews;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.MASSES;
import static org.zhengyou.evaluations.reviews.ReviewScenario.MEMBERS;
import static org.zhengyou.evaluations.reviews.ReviewScenario.REVIEW;
import static org.zhengyou.evaluations.reviews.ReviewScenario.SCAN;
import static org.zhengyou.evaluations.reviews.ReviewScenario.attested;
import static org.zhengyou.evaluations.reviews.ReviewScenario.closed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.entered;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.opened;
import static org.zhengyou.evaluations.reviews.ReviewScenario.presented;
import static org.zhengyou.evaluations.reviews.ReviewScenario.scenario;
import static org.zhengyou.evaluations.reviews.ReviewScenario.tally;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;
import static org.zhengyou.kit.spec.University.deputy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.AppraisalCommand.AttestPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalCommand.CloseAppraisal;
import org.zhengyou.evaluations.reviews.AppraisalCommand.EnterPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyDiffered;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

/** Ann's appraisal is open: LIN enters, WU attests. */
class PaperCountTest {
    private static final EnterPaperTally ENTER =
            new EnterPaperTally(REVIEW, CYCLE, MEMBERS, MASSES, SCAN);
    private static final AttestPaperTally ATTEST =
            new AttestPaperTally(REVIEW, CYCLE, MEMBERS, MASSES, SCAN);
    private static final Tally CORRECTED = new Tally(16, 2, 2);
    private static final PaperTallyEntered ENTERED_AGAIN =
            new PaperTallyEntered(
                    REVIEW, new MemberId(HAN), SCAN, Personal.of(ANN.value(), "16/2/2;9/1/1"));

    private static final PaperTallyDiffered DIFFERED =
            new PaperTallyDiffered(REVIEW, new MemberId(WU));

    @Test
    void one_person_enters_the_paper_tally() {
        open().by(LIN).when(ENTER).thenEvents(entered());
        open().given(entered()).by(LIN).when(ENTER).thenNothing();
        open().given(entered())
                .on("2010-12-16")
                .by(LIN)
                .when(ENTER)
                .thenRefused(ALREADY_ON_RECORD, "P-PAPER-TALLY", "2010-12-15");
        open().by(CAI.value()).when(ENTER).thenRefused(ACTOR_LACKS_AUTHORITY);
        open().by(ANN.value()).when(ENTER).thenRefused(ACTOR_LACKS_AUTHORITY);
        open().knowing(deputy("own-cause", BRANCH.value(), ANN.value()))
                .by(ANN.value())
                .when(ENTER)
                .thenRefused(CONFLICT_OF_INTEREST);
        scenario()
                .given(filed(), presented())
                .by(LIN)
                .when(ENTER)
                .thenRefused(STEP_OUT_OF_ORDER, "S114", "opened");
    }

    @Test
    void a_stranger_does_not_find_out_how_far_the_count_is() {
        var attested = open().given(entered(), attested()).by(CAI.value());
        attested.when(ENTER).thenRefused(ACTOR_LACKS_AUTHORITY);
        attested.when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        open().by(CAI.value()).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_closed_cycle_takes_no_count() {
        var over = open().given(new ReviewCycleClosed(CYCLE, 2010));
        over.by(LIN).when(ENTER).thenRefused(ROUND_CLOSED);
        over.given(entered()).by(WU).when(ATTEST).thenRefused(ROUND_CLOSED);
        over.given(attested())
                .by(LIN)
                .when(new CloseAppraisal(REVIEW, CYCLE))
                .thenRefused(ROUND_CLOSED);
    }

    @Test
    void there_are_no_more_papers_than_names_on_the_roll() {
        open().by(LIN)
                .when(enter(new Tally(19, 1, 1), MASSES))
                .thenRefused(NOT_ON_ROLL, "S114", "members");
        open().by(LIN)
                .when(enter(MEMBERS, new Tally(12, 1, 0)))
                .thenRefused(NOT_ON_ROLL, "S114", "masses");
        assertThatThrownBy(() -> Validity.check(new Tally(-1, 0, 0)))
                .hasMessageContaining("inFavour");
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new EnterPaperTally(REVIEW, CYCLE, MEMBERS, MASSES, " ")))
                .hasMessageContaining("scanDigest");
    }

    @Test
    void members_and_masses_both_take_part_in_what_is_counted() {
        Tally nobody = new Tally(0, 0, 0);
        open().by(LIN)
                .when(enter(nobody, MASSES))
                .thenRefused(PART_MISSING, "S114", "no paper of the members");
        open().by(LIN)
                .when(enter(MEMBERS, nobody))
                .thenRefused(PART_MISSING, "S114", "no paper of the masses");
        open().by(LIN)
                .when(enter(new Tally(0, 0, 1), new Tally(0, 1, 0)))
                .thenEvents(
                        new PaperTallyEntered(
                                REVIEW,
                                new MemberId(LIN),
                                SCAN,
                                Personal.of(ANN.value(), "0/0/1;0/1/0")));
    }

    @Test
    void a_wrong_entry_is_corrected_before_it_is_attested_and_not_after() {
        var corrected = enter(CORRECTED, MASSES);
        open().given(entered()).by(HAN).when(corrected).thenEvents(ENTERED_AGAIN);
        open().given(entered(), attested()).by(LIN).when(corrected).thenRefused(ALREADY_ON_RECORD);
        open().given(entered(), attested(), closed(), tally())
                .by(LIN)
                .when(corrected)
                .thenRefused(ROLL_CLOSED);
    }

    @Test
    void another_person_counts_the_same_scan_again() {
        open().given(entered()).by(WU).when(ATTEST).thenEvents(attested());
        open().given(entered(), attested()).by(WU).when(ATTEST).thenNothing();
        open().given(entered(), attested()).by(HAN).when(ATTEST).thenRefused(ALREADY_ON_RECORD);
        open().given(entered(), attested())
                .on("2010-12-16")
                .by(WU)
                .when(ATTEST)
                .thenRefused(ALREADY_ON_RECORD, "P-PAPER-TALLY", "2010-12-15");
        open().given(entered())
                .by(LIN)
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST, "P-PAPER-TALLY", "entered");
        open().given(entered()).by(CAI.value()).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        open().given(entered()).by(ANN.value()).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        open().given(entered())
                .knowing(deputy("own-cause", BRANCH.value(), ANN.value()))
                .by(ANN.value())
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST);
        open().given(entered())
                .by(WU)
                .when(new AttestPaperTally(REVIEW, CYCLE, MEMBERS, MASSES, "another"))
                .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "another scan");
        open().by(WU).when(ATTEST).thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered");
    }

    @Test
    void who_counts_signs_in_themselves() {
        open().by(LIN)
                .through(GAO)
                .when(ENTER)
                .thenRefused(CONFLICT_OF_INTEREST, "P-PAPER-TALLY", "in another's place");
        open().given(entered())
                .by(WU)
                .through(GAO)
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST, "P-PAPER-TALLY", "in another's place");
    }

    @Test
    void nothing_is_attested_that_the_second_person_did_not_count_equally() {
        for (var counted :
                List.of(attest(CORRECTED, MASSES), attest(MEMBERS, new Tally(10, 0, 1)))) {
            open().given(entered())
                    .by(WU)
                    .when(counted)
                    .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "the two counts differ")
                    .leaving(DIFFERED);
            // Nor is it passed off as said already.
            open().given(entered(), attested())
                    .by(WU)
                    .when(counted)
                    .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "the two counts differ")
                    .leaving();
        }
    }

    @Test
    void who_did_not_attest_a_count_does_not_find_it_out_afterwards() {
        for (var counted : List.of(ATTEST, attest(CORRECTED, MASSES)))
            open().given(entered(), attested())
                    .by(HAN)
                    .when(counted)
                    .thenRefused(ALREADY_ON_RECORD, "P-PAPER-TALLY", "the tally is attested")
                    .leaving();
    }

    @Test
    void after_three_counts_that_differ_nobody_attests_the_entry() {
        var twice = open().given(entered(), DIFFERED, DIFFERED);
        twice.by(WU).when(ATTEST).thenEvents(attested());
        twice.when(attest(CORRECTED, MASSES)).thenRefused(NOT_ON_RECORD).leaving(DIFFERED);
        var spent = twice.given(DIFFERED);
        for (String who : List.of(WU, HAN))
            for (var counted : List.of(ATTEST, attest(CORRECTED, MASSES)))
                spent.by(who)
                        .when(counted)
                        .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered anew")
                        .leaving();
    }

    @Test
    void an_entry_that_is_spent_is_entered_anew_even_with_the_same_figures() {
        var spent = open().given(entered(), DIFFERED, DIFFERED, DIFFERED);
        spent.by(LIN).when(ENTER).thenEvents(entered());
        spent.given(entered())
                .by(LIN)
                .when(ENTER)
                .thenNothing()
                .by(WU)
                .when(attest(CORRECTED, MASSES))
                .thenRefused(NOT_ON_RECORD)
                .leaving(DIFFERED)
                .when(ATTEST)
                .thenEvents(attested());
    }

    /**
     * An entry that bears a later date than the attestation replaces the attested one all the same.
     */
    @Test
    void the_entry_that_was_recorded_last_is_the_one_that_is_attested() {
        open().given(entered())
                .on("2010-12-20")
                .given(ENTERED_AGAIN)
                .on("2010-12-18")
                .by(WU)
                .when(ATTEST)
                .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered");
        open().given(entered())
                .on("2010-12-20")
                .given(ENTERED_AGAIN)
                .by(WU)
                .when(ATTEST)
                .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "the two counts differ");
        open().given(entered(), ENTERED_AGAIN)
                .by(WU)
                .when(attest(CORRECTED, MASSES))
                .thenEvents(attested());
    }

    @Test
    void an_entry_after_the_attestation_needs_an_attestation_of_its_own() {
        open().given(entered(), attested(), ENTERED_AGAIN)
                .by(LIN)
                .when(new CloseAppraisal(REVIEW, CYCLE))
                .thenRefused(STEP_OUT_OF_ORDER, "S114", "attested by a second person");
        open().given(entered(), attested(), ENTERED_AGAIN)
                .by(WU)
                .when(attest(CORRECTED, MASSES))
                .thenEvents(attested());
    }

    @Test
    void a_tally_whose_key_was_destroyed_cannot_be_counted_again() {
        var erased =
                new PaperTallyEntered(
                        REVIEW, new MemberId(LIN), SCAN, new Personal(ANN.value(), null));
        open().given(erased).by(WU).when(ATTEST).thenRefused(OUT_OF_SCOPE);
    }

    private static EnterPaperTally enter(Tally members, Tally masses) {
        return new EnterPaperTally(REVIEW, CYCLE, members, masses, SCAN);
    }

    private static AttestPaperTally attest(Tally members, Tally masses) {
        return new AttestPaperTally(REVIEW, CYCLE, members, masses, SCAN);
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> open() {
        return scenario().given(filed(), presented(), opened());
    }
}
