package org.zhengyou.activities.plans;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.CAI;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.COLLEGE_PLAN;
import static org.zhengyou.activities.University.COMMITTEE;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.UNIVERSITY_PLAN;
import static org.zhengyou.activities.University.organization;
import static org.zhengyou.activities.University.reader;
import static org.zhengyou.activities.plans.CampaignPlanTest.adopted;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.plans.MeetingEvent.MobilizationMeetingHeld;
import org.zhengyou.activities.plans.PlanCascade.Cascade;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-06-01 on. */
class PlanCascadeTest {
    private static final PlanCascade VIEW = new PlanCascade();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "activities",
                    "2010-06-01",
                    organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE),
                    organization(LIBRARY, "DIRECT_BRANCH", COMMITTEE),
                    new PlanConveyed(UNIVERSITY_PLAN, COLLEGE),
                    new PlanAcknowledged(UNIVERSITY_PLAN, COLLEGE),
                    adopted(COLLEGE_PLAN, COLLEGE, PlanLevel.SECOND_TIER, UNIVERSITY_PLAN),
                    new MobilizationMeetingHeld(
                            new MeetingId("meeting"), COLLEGE_PLAN, COLLEGE, List.of(ANN, CAI)),
                    new PlanAdopted(
                            new PlanId("second"),
                            CAMPAIGN,
                            COLLEGE,
                            PlanLevel.SECOND_TIER,
                            UNIVERSITY_PLAN,
                            2,
                            COLLEGE_PLAN,
                            "digest"),
                    new PlanConveyed(new PlanId("university-2"), COLLEGE),
                    new OrganizationDissolved(COLLEGE.value()),
                    new OrganizationsMerged(COMMITTEE.value(), List.of(LIBRARY.value())));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void an_organisation_has_nothing_until_something_happens() {
        Cascade first = cascade("2010-06-02");
        assertThat(first.secondTier()).isTrue();
        assertThat(first.conveyedPlan()).isNull();
        assertThat(first.acknowledged()).isFalse();
        assertThat(first.plan()).isNull();
        assertThat(first.meetingOn()).isNull();
    }

    @Test
    void receipts_are_seen_from_their_day() {
        assertThat(cascade("2010-06-03").conveyedOn()).isEqualTo("2010-06-03");
        assertThat(cascade("2010-06-03").acknowledged()).isFalse();
        assertThat(cascade("2010-06-04").acknowledged()).isTrue();
    }

    @Test
    void a_plan_conveyed_anew_awaits_a_receipt_anew() {
        assertThat(cascade("2010-06-08").conveyedPlan()).isEqualTo("university-2");
        assertThat(cascade("2010-06-08").acknowledged()).isFalse();
    }

    @Test
    void one_plan_is_in_force_at_an_instant() {
        assertThat(cascade("2010-06-06").plan()).isEqualTo(COLLEGE_PLAN.value());
        assertThat(cascade("2010-06-07").plan()).isEqualTo("second");
        assertThat(cascade("2010-06-07").version()).isEqualTo(2);
        assertThat(cascade("2010-06-07").adoptedOn()).isEqualTo("2010-06-07");
    }

    @Test
    void a_meeting_shows_how_many_were_present() {
        assertThat(cascade("2010-06-06").meetingOn()).isEqualTo("2010-06-06");
        assertThat(cascade("2010-06-06").present()).isEqualTo(2);
    }

    @Test
    void a_plan_and_a_meeting_by_an_exception_are_shown_as_late() {
        assertThat(cascade("2010-06-06").planLate()).isFalse();
        assertThat(cascade("2010-06-06").meetingLate()).isFalse();
        List<Fact<?>> facts =
                ViewLaws.facts(
                        "activities",
                        "2010-09-10",
                        organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE),
                        new PlanAdopted(
                                COLLEGE_PLAN,
                                CAMPAIGN,
                                COLLEGE,
                                PlanLevel.SECOND_TIER,
                                UNIVERSITY_PLAN,
                                1,
                                null,
                                "digest",
                                University.EXCEPTION),
                        new MobilizationMeetingHeld(
                                new MeetingId("meeting"),
                                COLLEGE_PLAN,
                                COLLEGE,
                                List.of(ANN),
                                University.EXCEPTION));
        String key = COLLEGE.value();
        var row = requireNonNull(ViewLaws.rows(VIEW, facts).get(key));
        Cascade late = requireNonNull(VIEW.answer(key, row, day("2010-09-12")));
        assertThat(late.planLate()).isTrue();
        assertThat(late.meetingLate()).isTrue();
    }

    @Test
    void an_organisation_that_does_not_exist_is_not_shown() {
        assertThat(answer("2010-05-31")).isNull();
        assertThat(answer("2010-06-09")).isNull();
    }

    @Test
    void leaders_see_their_own_organisation_only() {
        var row = requireNonNull(ViewLaws.rows(VIEW, FACTS).get(COLLEGE.value()));
        assertThat(VIEW.audience(row).admits(reader("han", COLLEGE))).isTrue();
        assertThat(VIEW.audience(row).admits(reader("dan", LIBRARY))).isFalse();
    }

    private static Cascade cascade(String date) {
        return (Cascade) requireNonNull(answer(date));
    }

    private static @Nullable Record answer(String date) {
        String key = COLLEGE.value();
        return VIEW.answer(key, requireNonNull(ViewLaws.rows(VIEW, FACTS).get(key)), day(date));
    }
}
