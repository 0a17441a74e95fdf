package org.zhengyou.activities.plans;

import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.BOB;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.BRANCH_PLAN;
import static org.zhengyou.activities.University.CAI;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.COLLEGE_PLAN;
import static org.zhengyou.activities.University.COMMITTEE;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.OTHER_BRANCH;
import static org.zhengyou.activities.University.UNIVERSITY_PLAN;
import static org.zhengyou.activities.plans.CampaignPlanTest.adopted;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.plans.PlanCommand.AcknowledgePlan;
import org.zhengyou.activities.plans.PlanCommand.AssignPlanTask;
import org.zhengyou.activities.plans.PlanCommand.ConveyPlan;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.spec.DeciderScenario;

class ReceiptsAndTasksTest {
    private static final ConveyPlan CONVEY = new ConveyPlan(UNIVERSITY_PLAN, CAMPAIGN, COLLEGE);
    private static final AcknowledgePlan ACKNOWLEDGE =
            new AcknowledgePlan(UNIVERSITY_PLAN, CAMPAIGN, COLLEGE);

    @Test
    void the_university_plan_is_conveyed_to_every_second_tier_organisation() {
        cascade().by(GAO).when(CONVEY).thenEvents(new PlanConveyed(UNIVERSITY_PLAN, COLLEGE));
        cascade()
                .by(GAO)
                .when(new ConveyPlan(UNIVERSITY_PLAN, CAMPAIGN, LIBRARY))
                .thenEvents(new PlanConveyed(UNIVERSITY_PLAN, LIBRARY));
        cascade()
                .by(GAO)
                .when(new ConveyPlan(UNIVERSITY_PLAN, CAMPAIGN, BRANCH))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_general_branch_conveys_its_plan_to_its_branches() {
        cascade()
                .by(HAN)
                .when(new ConveyPlan(COLLEGE_PLAN, CAMPAIGN, BRANCH))
                .thenEvents(new PlanConveyed(COLLEGE_PLAN, BRANCH));
        cascade()
                .by(HAN)
                .when(new ConveyPlan(COLLEGE_PLAN, CAMPAIGN, LIBRARY))
                .thenRefused(OUT_OF_SCOPE);
        cascade()
                .by(LIN)
                .when(new ConveyPlan(BRANCH_PLAN, CAMPAIGN, OTHER_BRANCH))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void only_whose_plan_it_is_conveys_it() {
        cascade().by(HAN).when(CONVEY).thenRefused(ACTOR_LACKS_AUTHORITY);
        cascade()
                .by(GAO)
                .when(new ConveyPlan(new PlanId("unheard-of"), CAMPAIGN, COLLEGE))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void conveying_twice_changes_nothing() {
        var conveyed = cascade().given(new PlanConveyed(UNIVERSITY_PLAN, COLLEGE)).by(GAO);
        conveyed.when(CONVEY).thenNothing();
        conveyed.on("2010-07-11").when(CONVEY).thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void the_receiver_acknowledges_what_was_conveyed() {
        var conveyed = cascade().given(new PlanConveyed(UNIVERSITY_PLAN, COLLEGE));
        conveyed.by(HAN)
                .when(ACKNOWLEDGE)
                .thenEvents(new PlanAcknowledged(UNIVERSITY_PLAN, COLLEGE));
        conveyed.given(new PlanAcknowledged(UNIVERSITY_PLAN, COLLEGE))
                .when(ACKNOWLEDGE)
                .thenNothing();
    }

    @Test
    void a_plan_is_conveyed_before_it_is_acknowledged() {
        cascade().by(HAN).when(ACKNOWLEDGE).thenRefused(STEP_OUT_OF_ORDER);
        cascade()
                .on("2010-07-20")
                .given(new PlanConveyed(UNIVERSITY_PLAN, COLLEGE))
                .on("2010-07-19")
                .by(HAN)
                .when(ACKNOWLEDGE)
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void the_sender_does_not_sign_the_receipt() {
        var conveyed = cascade().given(new PlanConveyed(UNIVERSITY_PLAN, COLLEGE));
        conveyed.by(GAO).when(ACKNOWLEDGE).thenRefused(ACTOR_LACKS_AUTHORITY, "S52", "itself");
        conveyed.by(LIN).when(ACKNOWLEDGE).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_branch_brings_its_plan_home_to_its_members() {
        cascade()
                .by(LIN)
                .when(task(ANN, BOB))
                .thenEvents(new PlanTaskAssigned(BRANCH_PLAN, BRANCH, "志愿服务", List.of(ANN, BOB)));
        cascade().by("somebody").when(task(ANN)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void who_has_the_task_already_is_not_given_it_again() {
        var assigned =
                cascade()
                        .given(new PlanTaskAssigned(BRANCH_PLAN, BRANCH, "志愿服务", List.of(ANN)))
                        .by(LIN);
        assigned.when(task(ANN)).thenNothing();
        assigned.when(task(ANN, BOB))
                .thenEvents(new PlanTaskAssigned(BRANCH_PLAN, BRANCH, "志愿服务", List.of(BOB)));
    }

    @Test
    void a_task_is_for_members_of_the_branch_on_that_date() {
        cascade().by(LIN).when(task(ANN, CAI)).thenRefused(OUT_OF_SCOPE, "S55", "cai");
        cascade()
                .by(LIN)
                .when(task(new MemberId("unheard-of")))
                .thenRefused(RESULT_MISSING, "S55", "unheard-of");
        cascade()
                .knowing(new MemberTransferred("cai", OTHER_BRANCH.value(), BRANCH.value()))
                .by(LIN)
                .when(task(CAI))
                .thenEvents(new PlanTaskAssigned(BRANCH_PLAN, BRANCH, "志愿服务", List.of(CAI)));
    }

    @Test
    void only_the_plan_of_a_branch_gives_tasks_to_members() {
        cascade()
                .by(HAN)
                .when(new AssignPlanTask(COLLEGE_PLAN, CAMPAIGN, "志愿服务", List.of(ANN)))
                .thenRefused(OUT_OF_SCOPE, "S55", "own branch");
    }

    private static AssignPlanTask task(MemberId... members) {
        return new AssignPlanTask(BRANCH_PLAN, CAMPAIGN, "志愿服务", List.of(members));
    }

    private static DeciderScenario<PlanCommand, PlanEvent, ?> cascade() {
        return University.campaign(CampaignPlan.decider())
                .on("2010-07-01")
                .given(
                        adopted(UNIVERSITY_PLAN, COMMITTEE, PlanLevel.UNIVERSITY, null),
                        adopted(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN),
                        adopted(BRANCH_PLAN, BRANCH, PlanLevel.BRANCH, COLLEGE_PLAN))
                .on("2010-07-10");
    }
}
