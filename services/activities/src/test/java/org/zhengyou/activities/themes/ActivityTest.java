package org.zhengyou.activities.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.BOB;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.CAI;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.EDUCATION;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.day;
import static org.zhengyou.activities.University.exception;
import static org.zhengyou.activities.University.organization;
import static org.zhengyou.activities.University.secretary;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.GatedAct;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.themes.ActivityCommand.HoldActivity;
import org.zhengyou.activities.themes.ActivityCommand.PlanActivity;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

class ActivityTest {
    private static final ActivityId ACTIVITY = new ActivityId("activity");
    private static final HoldActivity HOLD = new HoldActivity(ACTIVITY, CAMPAIGN, null);

    @Test
    void the_themes_are_exactly_five() {
        assertThat(ActivityTheme.values()).hasSize(5);
    }

    @Test
    void the_list_of_forms_is_open_and_a_form_has_at_most_forty_characters() {
        phaseTwo().by(LIN).when(plan("参观红色教育基地")).thenEvents(planned("参观红色教育基地"));
        assertThatThrownBy(() -> Validity.check(plan("长".repeat(41)))).hasMessageContaining("form");
    }

    @Test
    void who_implements_over_the_organisation_plans_its_activities() {
        phaseTwo().by(HAN).when(plan("READING")).thenEvents(planned("READING"));
        phaseTwo().by("ann").when(plan("READING")).thenRefused(ACTOR_LACKS_AUTHORITY);
        phaseTwo().given(planned("READING")).by(LIN).when(plan("READING")).thenNothing();
        phaseTwo()
                .given(planned("READING"))
                .by(LIN)
                .when(plan("VISITS"))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void an_activity_is_planned_for_a_day_in_phase_two_or_three() {
        phaseTwo().by(HAN).when(planFor("2010-10-08")).thenRefused(STEP_OUT_OF_ORDER);
        phaseTwo().by(HAN).when(planFor("2012-06-01")).thenRefused(PHASE_NOT_OPEN);
        University.campaign(Activity.decider())
                .on("2010-08-20")
                .by(LIN)
                .when(plan("READING"))
                .thenEvents(planned("READING"));
    }

    @Test
    void a_planned_activity_is_held() {
        held("READING").when(HOLD).thenEvents(happened("READING", null));
        held("READING").given(happened("READING", null)).when(HOLD).thenNothing();
        held("READING").by("ann").when(HOLD).thenRefused(ACTOR_LACKS_AUTHORITY);
        held("READING")
                .given(happened("READING", null))
                .when(new HoldActivity(ACTIVITY, CAMPAIGN, ANN))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void by_an_exception_an_activity_is_planned_and_held_after_phase_three() {
        var late =
                phaseTwo()
                        .on("2012-06-02")
                        .given(exception(GatedAct.HOLD_ACTIVITY, COLLEGE, "2012-06-10"))
                        .by(HAN);
        var planned =
                new ActivityPlanned(
                        ACTIVITY, CAMPAIGN, COLLEGE, EDUCATION, "VISITS", "学习", day("2012-06-10"));
        late.when(planFor("2012-06-11")).thenRefused(PHASE_NOT_OPEN);
        late.when(planFor("2012-06-10")).thenEvents(planned);
        late.given(planned)
                .on("2012-06-10")
                .when(HOLD)
                .thenEvents(
                        new ActivityHeld(
                                ACTIVITY,
                                CAMPAIGN,
                                COLLEGE,
                                EDUCATION,
                                "VISITS",
                                null,
                                University.EXCEPTION));
        late.on("2012-06-11").when(HOLD).thenRefused(PHASE_NOT_OPEN, "S70", "[2, 3]");
    }

    @Test
    void the_same_said_with_another_date_is_refused() {
        phaseTwo()
                .given(planned("READING"))
                .on("2010-10-08")
                .by(LIN)
                .when(plan("READING"))
                .thenRefused(ALREADY_ON_RECORD, "S57", "2010-10-09");
        held("READING")
                .given(happened("READING", null))
                .on("2010-10-11")
                .when(HOLD)
                .thenRefused(ALREADY_ON_RECORD, "S57", "2010-10-10");
    }

    @Test
    void a_stranger_does_not_find_out_what_is_on_record() {
        phaseTwo()
                .given(planned("READING"))
                .by("ann")
                .when(plan("READING"))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        held("READING")
                .given(happened("READING", null))
                .by("ann")
                .when(HOLD)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void an_activity_is_planned_before_it_is_held() {
        phaseTwo().by(LIN).when(HOLD).thenRefused(ACTOR_LACKS_AUTHORITY);
        phaseTwo().by("gao").when(HOLD).thenRefused(NOT_ON_RECORD);
        held("READING").on("2010-10-08").when(HOLD).thenRefused(STEP_OUT_OF_ORDER);
        held("READING")
                .by("gao")
                .when(new HoldActivity(ACTIVITY, new CampaignId("other"), null))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void activities_are_held_in_phases_two_and_three_only() {
        University.campaign(Activity.decider())
                .on("2010-08-20")
                .given(planned("READING"))
                .by(LIN)
                .when(HOLD)
                .thenRefused(PHASE_NOT_OPEN, "S70", "[2, 3]");
        var later = held("READING").on("2011-07-31").given(new PhaseClosed(CAMPAIGN, 2));
        later.on("2011-08-05").when(HOLD).thenRefused(PHASE_NOT_OPEN);
        later.given(new PhaseOpened(CAMPAIGN, 3)).when(HOLD).thenEvents(happened("READING", null));
        later.on("2012-06-01").when(HOLD).thenRefused(PHASE_NOT_OPEN);
    }

    @Test
    void nothing_is_held_after_the_campaign() {
        held("READING")
                .on("2010-10-10")
                .given(new CampaignClosed(CAMPAIGN))
                .on("2010-10-11")
                .when(HOLD)
                .thenRefused(CAMPAIGN_CLOSED);
    }

    @Test
    void a_party_lecture_names_its_lecturer() {
        held("PARTY_LECTURE").when(HOLD).thenRefused(PART_MISSING, "S58", "lecturer");
        held("领导干部讲党课").when(HOLD).thenRefused(PART_MISSING);
        held("READING")
                .when(new HoldActivity(ACTIVITY, CAMPAIGN, BOB))
                .thenEvents(happened("READING", BOB));
    }

    @Test
    void a_party_lecture_is_given_by_a_leading_cadre() {
        MemberId han = new MemberId(HAN);
        held("PARTY_LECTURE")
                .when(new HoldActivity(ACTIVITY, CAMPAIGN, han))
                .thenEvents(happened("PARTY_LECTURE", han));
        held("PARTY_LECTURE")
                .knowing(
                        new OfficeAppointmentMade("a-9", BRANCH.value(), "COMMITTEE_MEMBER", "ann"))
                .when(new HoldActivity(ACTIVITY, CAMPAIGN, ANN))
                .thenRefused(OUT_OF_SCOPE, "S58", "leading cadre");
    }

    @Test
    void a_lecturer_of_whom_nothing_is_known_yet_is_waited_for() {
        held("PARTY_LECTURE")
                .when(new HoldActivity(ACTIVITY, CAMPAIGN, new MemberId("unheard-of")))
                .thenRefused(RESULT_MISSING, "S58", "known here yet");
    }

    @Test
    void a_member_without_any_office_is_no_leading_cadre() {
        held("PARTY_LECTURE")
                .when(new HoldActivity(ACTIVITY, CAMPAIGN, ANN))
                .thenRefused(OUT_OF_SCOPE, "S58", "leading cadre");
    }

    @Test
    void the_secretary_of_a_merged_organisation_is_no_leading_cadre_any_more() {
        var lecture = new HoldActivity(ACTIVITY, CAMPAIGN, new MemberId("dan"));
        var merged =
                held("PARTY_LECTURE")
                        .knowing(secretary("a-9", LIBRARY, "dan"))
                        .on("2010-11-01")
                        .knowing(
                                new OrganizationsMerged(COLLEGE.value(), List.of(LIBRARY.value())));
        merged.on("2010-10-31")
                .when(lecture)
                .thenEvents(happened("PARTY_LECTURE", new MemberId("dan")));
        merged.on("2010-11-01").when(lecture).thenRefused(OUT_OF_SCOPE, "S58", "leading cadre");
    }

    @Test
    void who_is_a_leading_cadre_is_asked_as_of_the_day_of_the_lecture() {
        var ended =
                held("PARTY_LECTURE")
                        .knowing(secretary("a-9", LIBRARY, "dan"))
                        .on("2010-11-01")
                        .knowing(new OfficeAppointmentEnded("a-9", LIBRARY.value(), "dan"));
        var lecture = new HoldActivity(ACTIVITY, CAMPAIGN, new MemberId("dan"));
        ended.on("2010-10-31")
                .when(lecture)
                .thenEvents(happened("PARTY_LECTURE", new MemberId("dan")));
        ended.on("2010-11-01").when(lecture).thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_lecturer_may_come_from_another_organisation() {
        held("PARTY_LECTURE")
                .knowing(organization(LIBRARY, "DIRECT_BRANCH", University.COMMITTEE))
                .knowing(secretary("a-9", LIBRARY, "cai"))
                .when(new HoldActivity(ACTIVITY, CAMPAIGN, CAI))
                .thenEvents(happened("PARTY_LECTURE", CAI));
    }

    private static DeciderScenario<ActivityCommand, ActivityEvent, Activity> phaseTwo() {
        return University.campaign(Activity.decider())
                .on("2010-09-01")
                .given(new PhaseClosed(CAMPAIGN, 1), new PhaseOpened(CAMPAIGN, 2))
                .on("2010-10-09");
    }

    private static DeciderScenario<ActivityCommand, ActivityEvent, Activity> held(String form) {
        return phaseTwo().given(planned(form)).on("2010-10-10").by(LIN);
    }

    private static PlanActivity plan(String form) {
        return new PlanActivity(
                ACTIVITY, CAMPAIGN, BRANCH, EDUCATION, form, "学习", day("2010-10-10"));
    }

    private static PlanActivity planFor(String date) {
        return new PlanActivity(ACTIVITY, CAMPAIGN, COLLEGE, EDUCATION, "VISITS", "学习", day(date));
    }

    private static ActivityPlanned planned(String form) {
        return new ActivityPlanned(
                ACTIVITY, CAMPAIGN, BRANCH, EDUCATION, form, "学习", day("2010-10-10"));
    }

    private static ActivityHeld happened(String form, @Nullable MemberId lecturer) {
        return new ActivityHeld(ACTIVITY, CAMPAIGN, BRANCH, EDUCATION, form, lecturer);
    }
}
