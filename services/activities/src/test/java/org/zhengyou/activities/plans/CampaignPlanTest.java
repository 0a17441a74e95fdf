package org.zhengyou.activities.plans;

import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.BRANCH_PLAN;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.COLLEGE_PLAN;
import static org.zhengyou.activities.University.COMMITTEE;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.UNIVERSITY_PLAN;
import static org.zhengyou.activities.University.exception;
import static org.zhengyou.activities.University.organization;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.GatedAct;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanCommand.AdoptPlan;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.spec.DeciderScenario;

class CampaignPlanTest {
    private static final PlanAdopted UNIVERSITY =
            adopted(UNIVERSITY_PLAN, COMMITTEE, PlanLevel.UNIVERSITY, null);
    private static final PlanAdopted OF_COLLEGE =
            adopted(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN);

    @Test
    void the_committee_adopts_the_university_plan() {
        var adopt = adopt(UNIVERSITY_PLAN, COMMITTEE, PlanLevel.UNIVERSITY, null);
        scenario().when(adopt).thenEvents(UNIVERSITY);
        scenario().by(HAN).when(adopt).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario().given(UNIVERSITY).when(adopt).thenNothing();
    }

    @Test
    void no_plan_stands_above_the_university_plan() {
        scenario()
                .when(adopt(UNIVERSITY_PLAN, COMMITTEE, PlanLevel.UNIVERSITY, COLLEGE_PLAN))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_general_branch_cites_the_university_plan() {
        var adopt = adopt(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN);
        cascade().by(HAN).when(adopt).thenEvents(OF_COLLEGE);
        cascade().by(LIN).when(adopt).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario().by(HAN).when(adopt).thenRefused(NOT_ON_RECORD);
        cascade()
                .by(HAN)
                .when(adopt(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, null))
                .thenRefused(PART_MISSING, "S53", "parentPlan");
    }

    @Test
    void a_direct_branch_counts_as_second_tier() {
        PlanId plan = new PlanId("plan-library");
        cascade()
                .when(adopt(plan, LIBRARY, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .thenEvents(adopted(plan, LIBRARY, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN));
        cascade()
                .when(adopt(plan, LIBRARY, PlanLevel.BRANCH, UNIVERSITY_PLAN))
                .thenRefused(OUT_OF_SCOPE, "S53", "SECOND_TIER");
    }

    @Test
    void by_an_exception_a_first_plan_is_adopted_late_and_says_so() {
        var adopt = adopt(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN);
        var event =
                new PlanAdopted(
                        COLLEGE_PLAN,
                        CAMPAIGN,
                        COLLEGE,
                        PlanLevel.SECOND_TIER,
                        UNIVERSITY_PLAN,
                        1,
                        null,
                        OF_COLLEGE.documentDigest(),
                        University.EXCEPTION);
        cascade()
                .on("2010-09-05")
                .given(exception(GatedAct.ADOPT_PLAN, LIBRARY, "2010-09-15"))
                .given(exception(GatedAct.START_MEMBER_PROJECT, COLLEGE, "2010-09-15"))
                .by(HAN)
                .when(adopt)
                .thenRefused(PHASE_NOT_OPEN, "S53", "[1]");
        var late =
                cascade()
                        .on("2010-09-05")
                        .given(exception(GatedAct.ADOPT_PLAN, COLLEGE, "2010-09-15"))
                        .by(HAN);
        late.on("2010-09-15").when(adopt).thenEvents(event);
        late.on("2010-09-16").when(adopt).thenRefused(PHASE_NOT_OPEN);
        late.on("2010-09-15").given(event).when(adopt).thenNothing();
    }

    @Test
    void a_branch_cites_the_plan_of_its_general_branch() {
        cascade()
                .given(OF_COLLEGE)
                .by(LIN)
                .when(adopt(BRANCH_PLAN, BRANCH, PlanLevel.BRANCH, COLLEGE_PLAN))
                .thenEvents(adopted(BRANCH_PLAN, BRANCH, PlanLevel.BRANCH, COLLEGE_PLAN));
        cascade()
                .by(LIN)
                .when(adopt(BRANCH_PLAN, BRANCH, PlanLevel.BRANCH, UNIVERSITY_PLAN))
                .thenRefused(OUT_OF_SCOPE, "S53", "above");
    }

    @Test
    void an_organisation_that_is_unknown_or_dissolved_adopts_nothing() {
        OrganizationId later = new OrganizationId("later");
        cascade()
                .knowing(organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE))
                .when(adopt(COLLEGE_PLAN, later, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        cascade()
                .knowing(new OrganizationDissolved(COLLEGE.value()))
                .when(adopt(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .thenRefused(OUT_OF_SCOPE, "S53", "does not exist");
    }

    @Test
    void what_is_not_known_yet_is_waited_for() {
        cascade()
                .by("policy:when-something-then-adopt")
                .when(
                        adopt(
                                COLLEGE_PLAN,
                                new OrganizationId("later"),
                                PlanLevel.SECOND_TIER,
                                UNIVERSITY_PLAN))
                .thenRefused(RESULT_MISSING);
    }

    @Test
    void first_plans_are_adopted_in_phase_one() {
        cascade()
                .on("2010-09-01")
                .when(adopt(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .thenRefused(PHASE_NOT_OPEN, "S53", "[1]");
    }

    @Test
    void an_organisation_founded_after_phase_one_still_adopts_its_plan() {
        OrganizationId founded = new OrganizationId("founded");
        PlanId plan = new PlanId("plan-founded");
        cascade()
                .on("2010-10-01")
                .knowing(organization(founded, "DIRECT_BRANCH", COMMITTEE))
                .on("2010-10-20")
                .when(adopt(plan, founded, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .thenEvents(adopted(plan, founded, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN));
    }

    @Test
    void a_later_version_replaces_the_one_in_force_at_any_time_of_the_campaign() {
        PlanId second = new PlanId("plan-college-2");
        var version =
                new PlanAdopted(
                        second,
                        CAMPAIGN,
                        COLLEGE,
                        PlanLevel.SECOND_TIER,
                        UNIVERSITY_PLAN,
                        2,
                        COLLEGE_PLAN,
                        "digest");
        var adopt = adopt(second, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN);
        cascade().given(OF_COLLEGE).on("2011-03-01").by(HAN).when(adopt).thenEvents(version);
        cascade()
                .given(OF_COLLEGE)
                .on("2011-03-01")
                .given(version)
                .by(LIN)
                .when(adopt(BRANCH_PLAN, BRANCH, PlanLevel.BRANCH, COLLEGE_PLAN))
                .thenRefused(STEP_OUT_OF_ORDER, "S53", "not in force");
    }

    @Test
    void a_version_does_not_slip_in_before_the_one_in_force() {
        cascade()
                .on("2010-07-01")
                .given(OF_COLLEGE)
                .on("2010-06-20")
                .when(
                        adopt(
                                new PlanId("plan-college-2"),
                                COLLEGE,
                                PlanLevel.SECOND_TIER,
                                UNIVERSITY_PLAN))
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void the_same_plan_said_with_another_date_is_refused() {
        var adopt = adopt(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN);
        cascade().given(OF_COLLEGE).when(adopt).thenNothing();
        cascade()
                .given(OF_COLLEGE)
                .on("2010-06-21")
                .when(adopt)
                .thenRefused(ALREADY_ON_RECORD, "S53", "2010-06-20");
    }

    @Test
    void a_plan_id_is_adopted_once() {
        cascade()
                .given(OF_COLLEGE)
                .when(adopt(COLLEGE_PLAN, LIBRARY, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void nothing_is_adopted_outside_the_campaign() {
        cascade()
                .on("2010-07-01")
                .given(new CampaignClosed(CAMPAIGN))
                .on("2010-07-02")
                .when(adopt(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN))
                .thenRefused(CAMPAIGN_CLOSED);
        cascade()
                .when(
                        new AdoptPlan(
                                COLLEGE_PLAN,
                                new CampaignId("other"),
                                COLLEGE,
                                PlanLevel.SECOND_TIER,
                                UNIVERSITY_PLAN,
                                "digest"))
                .thenRefused(NOT_ON_RECORD);
    }

    private static DeciderScenario<PlanCommand, PlanEvent, ?> scenario() {
        return University.campaign(CampaignPlan.decider()).on("2010-06-20").by(GAO);
    }

    private static DeciderScenario<PlanCommand, PlanEvent, ?> cascade() {
        return scenario().on("2010-06-10").given(UNIVERSITY).on("2010-06-20");
    }

    private static AdoptPlan adopt(
            PlanId plan, OrganizationId organization, PlanLevel level, @Nullable PlanId parent) {
        return new AdoptPlan(plan, CAMPAIGN, organization, level, parent, "digest");
    }

    static PlanAdopted adopted(
            PlanId plan, OrganizationId organization, PlanLevel level, @Nullable PlanId parent) {
        return new PlanAdopted(plan, CAMPAIGN, organization, level, parent, 1, null, "digest");
    }
}
