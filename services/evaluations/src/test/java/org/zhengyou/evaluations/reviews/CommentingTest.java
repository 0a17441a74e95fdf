package org.zhengyou.evaluations.reviews;

import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BOB;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.University.COMMITTEE;
import static org.zhengyou.evaluations.University.OTHER_BRANCH;
import static org.zhengyou.evaluations.University.office;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.OF_COLLEGE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.REVIEW;
import static org.zhengyou.evaluations.reviews.ReviewScenario.STAFF;
import static org.zhengyou.evaluations.reviews.ReviewScenario.commented;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filedByCollege;
import static org.zhengyou.evaluations.reviews.ReviewScenario.presented;
import static org.zhengyou.evaluations.reviews.ReviewScenario.presentedByCollege;
import static org.zhengyou.evaluations.reviews.ReviewScenario.scenario;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.FENG;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.MO;
import static org.zhengyou.kit.spec.University.WU;
import static org.zhengyou.kit.spec.University.deputy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;

/**
 * LIN heads Ann's branch, HAN the college above it; GAO and FENG lead the university's committee.
 */
class CommentingTest {
    private static final GiveCommentary COMMENT = comment(REVIEW, null);
    private static final GiveCommentary COMMENT_ON_COLLEGE = comment(OF_COLLEGE, null);

    @Test
    void the_head_of_the_organisation_comments_on_a_members_report() {
        ofAnn().by(LIN).when(COMMENT).thenEvents(commented());
        ofAnn().given(commented()).by(LIN).when(COMMENT).thenNothing();
        ofAnn().by(MO).when(COMMENT).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofAnn().by(CAI.value()).when(COMMENT).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void whoever_stands_above_the_head_does_not_comment_in_the_heads_place() {
        for (String above : List.of(HAN, WU, GAO, FENG))
            ofAnn().by(above)
                    .when(COMMENT)
                    .thenRefused(ACTOR_LACKS_AUTHORITY, "S113", "the head of their organisation");
    }

    @Test
    void the_head_of_an_organisation_hears_the_one_above_as_a_member() {
        ofLin().by(LIN).when(COMMENT).thenRefused(CONFLICT_OF_INTEREST);
        ofLin().by(HAN).when(COMMENT).thenEvents(said(HAN, LIN));
        ofLin().by(GAO).when(COMMENT).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofLin().by(MO).when(COMMENT).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_university_party_leader_comments_on_a_secretarys_report() {
        ofCollege().by(FENG).when(COMMENT_ON_COLLEGE).thenEvents(saidOfCollege(FENG));
        ofCollege().by(GAO).when(COMMENT_ON_COLLEGE).thenEvents(saidOfCollege(GAO));
        ofCollege().by(HAN).when(COMMENT_ON_COLLEGE).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofCollege().by(WU).when(COMMENT_ON_COLLEGE).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofCollege().by(LIN).when(COMMENT_ON_COLLEGE).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_member_of_the_committee_with_a_seat_is_no_university_party_leader() {
        ofCollege()
                .knowing(
                        office("a-9", COMMITTEE, "COMMITTEE_MEMBER", CAI.value()),
                        new FunctionGranted("office", "committee", OfficeFunction.APPRAISE),
                        new BodyAppointmentMade(
                                "b-1", "office", "committee", "MEMBER", CAI.value()))
                .by(CAI.value())
                .when(COMMENT_ON_COLLEGE)
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S113", "university Party leaders");
    }

    @Test
    void a_function_granted_to_a_seat_makes_no_leader() {
        ofCollege()
                .knowing(
                        new FunctionGranted("office", "committee", OfficeFunction.APPRAISE),
                        new BodyAppointmentMade(
                                "b-1", "office", "committee", "MEMBER", CAI.value()))
                .by(CAI.value())
                .when(COMMENT_ON_COLLEGE)
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S113", "leaders");
    }

    @Test
    void a_leader_enters_what_the_head_said_under_the_heads_name() {
        ofAnn().by(GAO).when(comment(REVIEW, LIN)).thenEvents(commented());
        ofAnn().by(HAN).when(comment(REVIEW, LIN)).thenEvents(commented());
        ofAnn().by(GAO).when(comment(REVIEW, FENG)).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofAnn().by(GAO).when(comment(REVIEW, MO)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nobody_else_enters_what_a_leader_said() {
        ofAnn().by(MO).when(comment(REVIEW, LIN)).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofAnn().by(BOB.value()).when(comment(REVIEW, LIN)).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofAnn().by(ANN.value()).when(comment(REVIEW, LIN)).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofAnn().knowing(deputy("own-cause", BRANCH.value(), ANN.value()))
                .by(ANN.value())
                .when(comment(REVIEW, LIN))
                .thenRefused(CONFLICT_OF_INTEREST);
        ofAnn().by(GAO).when(comment(REVIEW, ANN.value())).thenRefused(CONFLICT_OF_INTEREST);
    }

    @Test
    void the_head_of_the_heir_comments_once_the_organisation_was_merged() {
        ofAnn().knowing(
                        office("a-9", OTHER_BRANCH, "SECRETARY", BOB.value()),
                        new OrganizationsMerged(OTHER_BRANCH.value(), List.of(BRANCH.value())))
                .by(BOB.value())
                .when(COMMENT)
                .thenEvents(said(BOB.value(), ANN.value()));
    }

    @Test
    void commentary_follows_the_presentation() {
        scenario()
                .given(filed())
                .by(LIN)
                .when(COMMENT)
                .thenRefused(STEP_OUT_OF_ORDER, "S113", "presented");
        ofAnn().on("2010-12-14").by(GAO).when(COMMENT).thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void a_leader_comments_once_and_other_leaders_too() {
        ofAnn().given(commented())
                .by(LIN)
                .when(new GiveCommentary(REVIEW, CYCLE, null, "另一点评"))
                .thenRefused(ALREADY_ON_RECORD);
        ofAnn().given(commented())
                .on("2010-12-16")
                .by(LIN)
                .when(COMMENT)
                .thenRefused(ALREADY_ON_RECORD, "S113", "2010-12-15");
        ofAnn().given(commented()).by(CAI.value()).when(COMMENT).thenRefused(ACTOR_LACKS_AUTHORITY);
        ofCollege()
                .given(saidOfCollege(FENG))
                .by(GAO)
                .when(COMMENT_ON_COLLEGE)
                .thenEvents(saidOfCollege(GAO));
    }

    @Test
    void a_closed_cycle_takes_no_commentary() {
        ofAnn().given(new ReviewCycleClosed(CYCLE, 2010))
                .by(LIN)
                .when(COMMENT)
                .thenRefused(ROUND_CLOSED);
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> ofAnn() {
        return scenario().given(filed(), presented());
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> ofLin() {
        var lin = new MemberId(LIN);
        var filed =
                filed(REVIEW, SubjectKind.MEMBER, new SubjectId(LIN), BRANCH, lin, STAFF, false);
        return scenario().given(filed, presented());
    }

    private static DeciderScenario<ReviewCommand, ReviewEvent, ?> ofCollege() {
        return scenario().given(filedByCollege(false), presentedByCollege());
    }

    private static GiveCommentary comment(ReviewId review, @Nullable String by) {
        return new GiveCommentary(review, CYCLE, by == null ? null : new MemberId(by), "点评");
    }

    private static CommentaryGiven said(String by, String reporter) {
        return new CommentaryGiven(REVIEW, new MemberId(by), Personal.of(reporter, "点评"));
    }

    private static CommentaryGiven saidOfCollege(String by) {
        return new CommentaryGiven(OF_COLLEGE, new MemberId(by), Personal.of(HAN, "点评"));
    }
}
