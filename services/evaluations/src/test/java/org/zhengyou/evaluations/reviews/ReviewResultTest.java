package org.zhengyou.evaluations.reviews;

import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BOB;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.University.COLLEGE;
import static org.zhengyou.evaluations.University.COMMITTEE;
import static org.zhengyou.evaluations.reviews.DisclosureAudience.ORGANIZATION;
import static org.zhengyou.evaluations.reviews.DisclosureAudience.SECOND_TIER;
import static org.zhengyou.evaluations.reviews.DisclosureAudience.SUBJECT;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.OF_COLLEGE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.REVIEW;
import static org.zhengyou.evaluations.reviews.ReviewScenario.attested;
import static org.zhengyou.evaluations.reviews.ReviewScenario.closed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.commented;
import static org.zhengyou.evaluations.reviews.ReviewScenario.determined;
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
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.OUTSIDE_AUDIENCE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.FENG;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.deputy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DetermineReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DiscloseReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.kit.spec.DeciderScenario;

class ReviewResultTest {
    private static final DetermineReviewResult DETERMINE =
            new DetermineReviewResult(REVIEW, CYCLE, Grade.GOOD, "依据");

    @Test
    void the_organisation_above_names_the_grade_with_its_grounds() {
        appraised().by(LIN).when(DETERMINE).thenEvents(determined());
        appraised().given(determined()).by(LIN).when(DETERMINE).thenNothing();
        appraised()
                .given(determined())
                .on("2010-12-16")
                .by(LIN)
                .when(DETERMINE)
                .thenRefused(ALREADY_ON_RECORD, "S115", "2010-12-15");
        appraised().by(CAI.value()).when(DETERMINE).thenRefused(ACTOR_LACKS_AUTHORITY);
        appraised()
                .given(determined())
                .by(CAI.value())
                .when(DETERMINE)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        appraised().by(ANN.value()).when(DETERMINE).thenRefused(ACTOR_LACKS_AUTHORITY);
        appraised()
                .knowing(deputy("own-cause", BRANCH.value(), ANN.value()))
                .by(ANN.value())
                .when(DETERMINE)
                .thenRefused(CONFLICT_OF_INTEREST);
        appraised()
                .given(determined())
                .by(LIN)
                .when(new DetermineReviewResult(REVIEW, CYCLE, Grade.EXCELLENT, "依据"))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void the_missing_step_is_named() {
        scenario()
                .given(filed())
                .by(LIN)
                .when(DETERMINE)
                .thenRefused(STEP_OUT_OF_ORDER, "S115", "presented");
        scenario()
                .given(filed(), presented())
                .by(LIN)
                .when(DETERMINE)
                .thenRefused(STEP_OUT_OF_ORDER, "S115", "comments");
        scenario()
                .given(filed(), presented(), commented(), opened(), entered(), attested())
                .by(LIN)
                .when(DETERMINE)
                .thenRefused(STEP_OUT_OF_ORDER, "S115", "appraisal is closed");
        scenario()
                .given(filedByCollege(true), presentedByCollege())
                .by(FENG)
                .when(new DetermineReviewResult(OF_COLLEGE, CYCLE, Grade.GOOD, "依据"))
                .thenRefused(STEP_OUT_OF_ORDER, "S115", "ORGANIZATION_AND_MASSES");
    }

    @Test
    void a_result_is_not_older_than_its_steps() {
        appraised().on("2010-12-14").by("gao").when(DETERMINE).thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void a_closed_cycle_takes_no_result() {
        appraised()
                .given(new ReviewCycleClosed(CYCLE, 2010))
                .by(LIN)
                .when(DETERMINE)
                .thenRefused(ROUND_CLOSED);
    }

    @Test
    void a_result_is_disclosed_to_a_named_audience() {
        graded().by(LIN).when(disclose(SUBJECT)).thenEvents(disclosed(SUBJECT, BRANCH));
        graded().by(LIN).when(disclose(SECOND_TIER)).thenEvents(disclosed(SECOND_TIER, COLLEGE));
        graded().by(LIN)
                .when(disclose(DisclosureAudience.COMMITTEE))
                .thenEvents(disclosed(DisclosureAudience.COMMITTEE, COMMITTEE));
        graded().by(LIN).when(disclose(null)).thenRefused(AUDIENCE_REQUIRED);
        graded().by(CAI.value()).when(disclose(SUBJECT)).thenRefused(ACTOR_LACKS_AUTHORITY);
        graded().given(disclosed(SUBJECT, BRANCH)).by(LIN).when(disclose(SUBJECT)).thenNothing();
        graded().given(disclosed(SUBJECT, BRANCH))
                .on("2010-12-16")
                .by(LIN)
                .when(disclose(SUBJECT))
                .thenRefused(ALREADY_ON_RECORD, "S115", "2010-12-15");
    }

    @Test
    void who_is_told_is_named_and_belongs_to_the_organisation() {
        var toBob = disclosed(ORGANIZATION, BRANCH, BOB);
        graded().by(LIN).when(disclose(ORGANIZATION, BOB)).thenEvents(toBob);
        graded().given(toBob).by(LIN).when(disclose(ORGANIZATION, BOB)).thenNothing();
        graded().given(toBob)
                .by(LIN)
                .when(disclose(ORGANIZATION, BOB, new MemberId(LIN)))
                .thenEvents(disclosed(ORGANIZATION, BRANCH, new MemberId(LIN)));
        graded().by(LIN).when(disclose(ORGANIZATION, CAI)).thenRefused(OUTSIDE_AUDIENCE);
        graded().by(LIN).when(disclose(SUBJECT, BOB)).thenRefused(OUTSIDE_AUDIENCE);
        graded().by(LIN)
                .when(disclose(ORGANIZATION, new MemberId("new")))
                .thenRefused(RESULT_MISSING);
    }

    @Test
    void only_a_determined_result_is_disclosed() {
        appraised()
                .by(LIN)
                .when(disclose(SUBJECT))
                .thenRefused(STEP_OUT_OF_ORDER, "S115", "determined");
    }

    @Test
    void results_are_disclosed_after_the_cycle_is_closed_too() {
        graded().given(new ReviewCycleClosed(CYCLE, 2010))
                .by(LIN)
                .when(disclose(SUBJECT))
                .thenEvents(disclosed(SUBJECT, BRANCH));
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> appraised() {
        return scenario()
                .given(
                        filed(),
                        presented(),
                        commented(),
                        opened(),
                        entered(),
                        attested(),
                        closed(),
                        tally());
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> graded() {
        return appraised().given(determined());
    }

    private static DiscloseReviewResult disclose(
            @Nullable DisclosureAudience audience, MemberId... told) {
        return new DiscloseReviewResult(REVIEW, CYCLE, audience, List.of(told));
    }

    private static ReviewResultDisclosed disclosed(
            DisclosureAudience audience, OrganizationId scope, MemberId... told) {
        return new ReviewResultDisclosed(
                REVIEW, ReviewScenario.SUBJECT, audience, scope, List.of(told));
    }
}
