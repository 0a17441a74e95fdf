package org.zhengyou.activities.projects;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.BOB;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.CAI;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.DAN;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.OTHER_BRANCH;
import static org.zhengyou.activities.University.day;
import static org.zhengyou.activities.University.exception;
import static org.zhengyou.activities.campaign.GatedAct.START_MEMBER_PROJECT;
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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.projects.MemberProjectCommand.ConcludeMemberProject;
import org.zhengyou.activities.projects.MemberProjectCommand.Outcome;
import org.zhengyou.activities.projects.MemberProjectCommand.StartMemberProject;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectConcluded;
import org.zhengyou.activities.projects.MemberProjectEvent.MemberProjectStarted;
import org.zhengyou.activities.projects.Undertaking.Kind;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

class MemberProjectTest {
    private static final ProjectId PROJECT = new ProjectId("project");
    private static final Undertaking TACKLING = led(ANN, "2011-07-25", "2011-12-31");

    @Test
    void a_project_is_started_in_phase_two_or_three_and_may_outlast_the_phase() {
        phases().on("2011-07-25").when(start(TACKLING)).thenEvents(started(TACKLING));
        Undertaking next = led(ANN, "2011-08-01", "2012-12-31");
        phases().on("2011-08-01").when(start(next)).thenEvents(started(next));
    }

    @Test
    void no_project_is_started_outside_phase_two_and_three() {
        phases().on("2012-06-05")
                .when(start(led(ANN, "2012-06-05", "2012-12-31")))
                .thenRefused(PHASE_NOT_OPEN, "S60", "[2, 3]");
        phases().on("2010-08-31")
                .when(start(led(ANN, "2010-08-31", "2010-12-31")))
                .thenRefused(PHASE_NOT_OPEN);
    }

    @Test
    void neither_the_day_of_the_decision_nor_the_first_day_may_lie_outside_those_phases() {
        phases().on("2010-08-31")
                .when(start(led(ANN, "2010-09-01", "2010-12-31")))
                .thenRefused(PHASE_NOT_OPEN, "S60", "2010-08-31");
        phases().on("2012-05-31")
                .when(start(led(ANN, "2012-06-01", "2012-12-31")))
                .thenRefused(PHASE_NOT_OPEN, "S60", "2012-06-01");
        phases().on("2012-06-05")
                .when(start(led(ANN, "2012-05-31", "2012-12-31")))
                .thenRefused(STEP_OUT_OF_ORDER, "S60", "first day");
    }

    @Test
    void by_an_exception_a_project_is_started_after_phase_three_and_says_so() {
        Undertaking late = led(ANN, "2012-06-10", "2012-12-31");
        phases().on("2012-05-31")
                .given(exception(START_MEMBER_PROJECT, COLLEGE, "2012-06-10"))
                .when(start(late))
                .thenEvents(
                        new MemberProjectStarted(
                                PROJECT, CAMPAIGN, COLLEGE, late, University.EXCEPTION));
        phases().on("2012-05-31")
                .given(exception(START_MEMBER_PROJECT, COLLEGE, "2012-06-09"))
                .when(start(late))
                .thenRefused(PHASE_NOT_OPEN, "S60", "2012-06-10");
    }

    @Test
    void no_project_is_started_after_the_end_of_the_campaign() {
        phases().on("2012-11-07")
                .given(new CampaignClosed(CAMPAIGN))
                .on("2012-11-08")
                .when(start(led(ANN, "2012-11-08", "2012-12-31")))
                .thenRefused(CAMPAIGN_CLOSED);
    }

    @Test
    void the_lead_is_on_the_register_of_the_organisation_or_of_one_below_it() {
        phases().when(start(led(CAI, "2011-07-25", "2011-12-31")))
                .thenEvents(started(led(CAI, "2011-07-25", "2011-12-31")));
        phases().when(start(led(DAN, "2011-07-25", "2011-12-31")))
                .thenRefused(OUT_OF_SCOPE, "S60", "dan");
        phases().when(start(led(new MemberId("unheard-of"), "2011-07-25", "2011-12-31")))
                .thenRefused(RESULT_MISSING, "S60", "unheard-of");
    }

    @Test
    void the_register_is_that_of_the_first_day() {
        var moving =
                phases().on("2011-07-28")
                        .knowing(new MemberTransferred("ann", BRANCH.value(), LIBRARY.value()))
                        .on("2011-07-20");
        moving.when(start(led(ANN, "2011-07-28", "2011-12-31"))).thenRefused(OUT_OF_SCOPE);
        moving.when(start(led(ANN, "2011-07-27", "2011-12-31")))
                .thenEvents(started(led(ANN, "2011-07-27", "2011-12-31")));
    }

    @Test
    void who_does_not_implement_over_the_organisation_neither_starts_nor_concludes() {
        phases().by(LIN).when(start(TACKLING)).thenRefused(ACTOR_LACKS_AUTHORITY);
        begun().by(LIN).when(conclude("成果")).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void an_organisation_that_has_ended_starts_no_project() {
        phases().on("2011-07-20")
                .knowing(new OrganizationDissolved(COLLEGE.value()))
                .on("2011-07-25")
                .by(GAO)
                .when(start(TACKLING))
                .thenRefused(OUT_OF_SCOPE, "S60", "does not exist");
    }

    @Test
    void the_same_start_again_changes_nothing_and_another_is_refused() {
        begun().when(start(TACKLING)).thenNothing();
        begun().when(start(led(BOB, "2011-07-25", "2011-12-31"))).thenRefused(ALREADY_ON_RECORD);
        begun().on("2011-07-26").when(start(TACKLING)).thenRefused(ALREADY_ON_RECORD);
        begun().by(LIN).when(start(TACKLING)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_project_is_concluded_from_its_first_day_on() {
        Undertaking later = led(ANN, "2011-07-29", "2011-12-31");
        var planned = phases().given(started(later));
        planned.on("2011-07-28").when(conclude("成果")).thenRefused(STEP_OUT_OF_ORDER, "S60", "29");
        planned.on("2011-07-29").when(conclude("成果")).thenEvents(concluded(later, "成果"));
        phases().when(conclude("成果")).thenRefused(ACTOR_LACKS_AUTHORITY);
        phases().by("gao").when(conclude("成果")).thenRefused(NOT_ON_RECORD);
    }

    @Test
    void no_phase_and_no_end_of_the_campaign_bars_a_conclusion() {
        begun().on("2012-06-05").when(conclude("成果")).thenEvents(concluded(TACKLING, "成果"));
        begun().on("2012-11-07")
                .given(new CampaignClosed(CAMPAIGN))
                .on("2012-11-20")
                .when(conclude("成果"))
                .thenEvents(concluded(TACKLING, "成果"));
    }

    @Test
    void a_project_whose_lead_is_no_member_any_more_lacks_a_lead() {
        var left = begun().on("2011-10-01").knowing(new MembershipEnded("ann", BRANCH.value()));
        left.on("2011-10-01").when(conclude("成果")).thenRefused(PART_MISSING, "S60", "lead");
        left.on("2011-09-30").when(conclude("成果")).thenEvents(concluded(TACKLING, "成果"));
    }

    @Test
    void a_lead_who_moved_to_another_branch_still_leads() {
        begun().on("2011-10-01")
                .knowing(new MemberTransferred("ann", BRANCH.value(), OTHER_BRANCH.value()))
                .when(conclude("成果"))
                .thenEvents(concluded(TACKLING, "成果"));
    }

    @Test
    void the_same_conclusion_again_changes_nothing_and_another_is_refused() {
        var ended = begun().on("2011-12-20").given(concluded(TACKLING, "成果"));
        ended.when(conclude("成果")).thenNothing();
        ended.when(conclude("别的成果")).thenRefused(ALREADY_ON_RECORD);
        ended.on("2011-12-21").when(conclude("成果")).thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void no_project_ends_before_it_begins() {
        assertThatThrownBy(() -> Validity.check(start(led(ANN, "2011-07-25", "2011-07-24"))))
                .hasMessageContaining("to");
    }

    static Undertaking led(MemberId lead, String from, String to) {
        return new Undertaking(
                Kind.TACKLING, "党员攻关项目", "完成实验室改造", lead, List.of(BOB), day(from), day(to));
    }

    private static StartMemberProject start(Undertaking undertaking) {
        return new StartMemberProject(PROJECT, CAMPAIGN, COLLEGE, undertaking);
    }

    private static MemberProjectStarted started(Undertaking undertaking) {
        return new MemberProjectStarted(PROJECT, CAMPAIGN, COLLEGE, undertaking);
    }

    private static ConcludeMemberProject conclude(String result) {
        return new ConcludeMemberProject(PROJECT, Outcome.ACHIEVED, result, "d3");
    }

    private static MemberProjectConcluded concluded(Undertaking undertaking, String result) {
        return new MemberProjectConcluded(
                PROJECT, CAMPAIGN, COLLEGE, undertaking, Outcome.ACHIEVED, result, "d3");
    }

    /** All four phases were opened on their first day. */
    private static DeciderScenario<MemberProjectCommand, MemberProjectEvent, MemberProject>
            phases() {
        var scenario = University.campaign(MemberProject.decider());
        for (int phase = 2; phase <= 4; phase++)
            scenario.on(List.of("2010-08-31", "2011-07-31", "2012-05-31").get(phase - 2))
                    .given(new PhaseClosed(CAMPAIGN, phase - 1))
                    .on(List.of("2010-09-01", "2011-08-01", "2012-06-01").get(phase - 2))
                    .given(new PhaseOpened(CAMPAIGN, phase));
        return scenario.on("2011-07-25").by(HAN);
    }

    private static DeciderScenario<MemberProjectCommand, MemberProjectEvent, MemberProject>
            begun() {
        return phases().given(started(TACKLING));
    }
}
