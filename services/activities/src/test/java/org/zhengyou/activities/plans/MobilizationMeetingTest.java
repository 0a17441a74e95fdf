package org.zhengyou.activities.plans;

import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.CAI;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.COLLEGE_PLAN;
import static org.zhengyou.activities.University.COMMITTEE;
import static org.zhengyou.activities.University.DAN;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.OTHER_BRANCH;
import static org.zhengyou.activities.University.UNIVERSITY_PLAN;
import static org.zhengyou.activities.University.exception;
import static org.zhengyou.activities.University.organization;
import static org.zhengyou.activities.campaign.GatedAct.HOLD_MOBILIZATION_MEETING;
import static org.zhengyou.activities.plans.CampaignPlanTest.adopted;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.MeetingCommand.HoldMobilizationMeeting;
import org.zhengyou.activities.plans.MeetingEvent.MobilizationMeetingHeld;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.spec.DeciderScenario;

class MobilizationMeetingTest {
    private static final MeetingId MEETING = new MeetingId("meeting");

    @Test
    void an_organisation_meets_over_its_plan() {
        planned().by(HAN).when(hold(ANN, CAI)).thenEvents(held(ANN, CAI));
        planned().by(LIN).when(hold(ANN)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void whoever_is_not_on_the_roster_of_that_date_is_named() {
        planned().by(HAN).when(hold(ANN, DAN)).thenRefused(OUT_OF_SCOPE, "S54", "dan");
        planned()
                .by(HAN)
                .when(hold(new MemberId("unheard-of")))
                .thenRefused(RESULT_MISSING, "S54", "unheard-of");
    }

    @Test
    void the_roster_is_that_of_the_date_of_the_meeting() {
        var moved =
                planned()
                        .on("2010-07-20")
                        .knowing(
                                new MemberTransferred("cai", OTHER_BRANCH.value(), LIBRARY.value()))
                        .by(HAN);
        moved.on("2010-07-19").when(hold(CAI)).thenEvents(held(CAI));
        moved.on("2010-07-20").when(hold(CAI)).thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_meeting_is_about_the_organisations_own_plan_in_force() {
        planned().by(LIN).when(hold(BRANCH, COLLEGE_PLAN, ANN)).thenRefused(OUT_OF_SCOPE);
        planned()
                .by(HAN)
                .when(hold(COLLEGE, new PlanId("unheard-of"), ANN))
                .thenRefused(NOT_ON_RECORD);
        planned().on("2010-06-30").by(HAN).when(hold(ANN)).thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void mobilisation_meetings_are_held_in_phase_one() {
        planned().on("2010-08-31").by(HAN).when(hold(ANN)).thenEvents(held(ANN));
        planned()
                .on("2010-09-01")
                .by(HAN)
                .when(hold(ANN))
                .thenRefused(PHASE_NOT_OPEN, "S51", "[1]");
    }

    @Test
    void by_an_exception_an_organisation_meets_late_and_the_meeting_says_so() {
        var late =
                planned()
                        .on("2010-09-05")
                        .given(exception(HOLD_MOBILIZATION_MEETING, COLLEGE, "2010-09-15"))
                        .by(HAN);
        var event =
                new MobilizationMeetingHeld(
                        MEETING, COLLEGE_PLAN, COLLEGE, List.of(ANN), University.EXCEPTION);
        late.on("2010-09-15").when(hold(ANN)).thenEvents(event);
        late.on("2010-08-31").when(hold(ANN)).thenEvents(held(ANN));
        late.on("2010-09-04").when(hold(ANN)).thenRefused(PHASE_NOT_OPEN);
        late.on("2010-09-16").when(hold(ANN)).thenRefused(PHASE_NOT_OPEN);
        late.on("2010-09-15").given(event).when(hold(ANN)).thenNothing();
    }

    @Test
    void an_organisation_founded_after_phase_one_still_meets() {
        OrganizationId founded = new OrganizationId("founded");
        PlanId plan = new PlanId("plan-founded");
        planned()
                .on("2010-10-01")
                .knowing(organization(founded, "DIRECT_BRANCH", COMMITTEE))
                .given(adopted(plan, founded, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .knowing(new MemberTransferred("dan", LIBRARY.value(), founded.value()))
                .on("2010-10-20")
                .when(hold(founded, plan, DAN))
                .thenEvents(new MobilizationMeetingHeld(MEETING, plan, founded, List.of(DAN)));
    }

    @Test
    void the_same_meeting_again_changes_nothing_and_another_under_its_id_is_refused() {
        planned().given(held(ANN)).by(HAN).when(hold(ANN)).thenNothing();
        planned().given(held(ANN)).by(HAN).when(hold(CAI)).thenRefused(ALREADY_ON_RECORD);
    }

    private static HoldMobilizationMeeting hold(MemberId... present) {
        return hold(COLLEGE, COLLEGE_PLAN, present);
    }

    private static HoldMobilizationMeeting hold(
            OrganizationId organization, PlanId plan, MemberId... present) {
        return new HoldMobilizationMeeting(MEETING, CAMPAIGN, plan, organization, List.of(present));
    }

    private static MobilizationMeetingHeld held(MemberId... present) {
        return new MobilizationMeetingHeld(MEETING, COLLEGE_PLAN, COLLEGE, List.of(present));
    }

    private static DeciderScenario<MeetingCommand, MeetingEvent, ?> planned() {
        return University.campaign(MobilizationMeeting.decider())
                .on("2010-07-01")
                .given(
                        adopted(UNIVERSITY_PLAN, COMMITTEE, PlanLevel.UNIVERSITY, null),
                        adopted(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .on("2010-07-10");
    }
}
