package org.zhengyou.activities.coverage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
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
import static org.zhengyou.activities.University.UNIVERSITY_PLAN;
import static org.zhengyou.activities.University.organization;
import static org.zhengyou.activities.University.reader;
import static org.zhengyou.activities.University.registered;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.coverage.Coverage.Reach;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.activities.plans.PlanLevel;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityId;
import org.zhengyou.activities.themes.ActivityTheme;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceAnnulled;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-06-01 on. */
class CoverageTest {
    private static final Coverage VIEW = new Coverage();
    private static final String EDUCATION = ActivityTheme.PARTY_SPIRIT_EDUCATION.name();
    private static final List<Fact<?>> FACTS = facts();

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void every_organisation_of_the_register_is_missing_everything_at_first() {
        assertThat(reach(COLLEGE.value(), "2010-06-02").missing())
                .hasSize(7)
                .startsWith(Coverage.PLAN_ACKNOWLEDGED, Coverage.PLAN_ADOPTED);
        assertThat(answer(COLLEGE.value(), "2010-05-31")).isNull();
    }

    @Test
    void the_committee_itself_is_not_to_be_reached() {
        assertThat(answer(COMMITTEE.value(), "2010-06-20")).isNull();
    }

    @Test
    void an_organisation_is_covered_once_it_acknowledged_and_planned_and_held_each_theme() {
        assertThat(reach(COLLEGE.value(), "2010-06-07").missing())
                .doesNotContain(Coverage.PLAN_ACKNOWLEDGED, Coverage.PLAN_ADOPTED)
                .hasSize(5);
        assertThat(reach(COLLEGE.value(), "2010-06-16").missing()).hasSize(1);
        assertThat(reach(COLLEGE.value(), "2010-06-17").missing()).isEmpty();
        assertThat(reach(COLLEGE.value(), "2010-06-17").covered()).isTrue();
    }

    @Test
    void a_branch_needs_no_receipt() {
        assertThat(reach(LIBRARY.value(), "2010-06-20").missing()).hasSize(7);
        assertThat(reach(BRANCH.value(), "2010-06-20").missing())
                .hasSize(6)
                .doesNotContain(Coverage.PLAN_ACKNOWLEDGED);
    }

    @Test
    void every_member_of_the_register_needs_a_task_and_each_theme() {
        assertThat(reach("ann", "2010-06-08").missing()).startsWith(Coverage.PLAN_TASK).hasSize(6);
        assertThat(reach("ann", "2010-06-12").missing())
                .hasSize(5)
                .doesNotContain(Coverage.PLAN_TASK);
        assertThat(reach("ann", "2010-06-18").reached())
                .containsExactly(Coverage.PLAN_TASK, EDUCATION);
        assertThat(reach("ann", "2010-06-18").organization()).isEqualTo(BRANCH.value());
    }

    @Test
    void who_moves_keeps_the_themes_but_needs_a_task_by_the_plan_of_the_new_branch() {
        Reach moved = reach("ann", "2010-06-19");
        assertThat(moved.organization()).isEqualTo(LIBRARY.value());
        assertThat(moved.reached()).containsExactly(EDUCATION);
        assertThat(moved.missing()).contains(Coverage.PLAN_TASK);
    }

    @Test
    void who_joins_late_is_missing_everything_and_who_left_is_not_counted() {
        assertThat(answer("bob", "2010-06-19")).isNull();
        assertThat(reach("bob", "2010-06-20").missing()).hasSize(6);
        assertThat(answer("bob", "2010-06-21")).isNull();
        assertThat(answer(LIBRARY.value(), "2010-06-22")).isNull();
    }

    @Test
    void a_row_is_seen_by_leaders_of_the_branch_and_by_the_member() {
        var ann = row("ann");
        assertThat(VIEW.audience(ann).admits(reader("ann"))).isTrue();
        assertThat(VIEW.audience(ann).admits(reader("dan", LIBRARY))).isTrue();
        assertThat(VIEW.audience(ann).admits(reader("lin", BRANCH))).isFalse();
        assertThat(VIEW.audience(ann).admits(reader("bob"))).isFalse();
        assertThat(VIEW.audience(row(COLLEGE.value())).admits(reader("han", COLLEGE))).isTrue();
        assertThat(VIEW.audience(row(COLLEGE.value())).admits(reader("lin", BRANCH))).isFalse();
    }

    private static List<Fact<?>> facts() {
        ActivityId activity = new ActivityId("activity");
        List<Object> events = new ArrayList<>();
        events.add(organization(COMMITTEE, "PARTY_COMMITTEE", null));
        events.add(organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE));
        events.add(organization(BRANCH, "BRANCH", COLLEGE));
        events.add(organization(LIBRARY, "DIRECT_BRANCH", COMMITTEE));
        events.add(new PlanConveyed(UNIVERSITY_PLAN, COLLEGE));
        events.add(new PlanAcknowledged(UNIVERSITY_PLAN, COLLEGE));
        events.add(
                new PlanAdopted(
                        COLLEGE_PLAN,
                        CAMPAIGN,
                        COLLEGE,
                        PlanLevel.SECOND_TIER,
                        UNIVERSITY_PLAN,
                        1,
                        null,
                        "digest"));
        events.add(registered(ANN, BRANCH)); // 2010-06-08
        events.add(registered(CAI, BRANCH));
        events.add(new PlanTaskAssigned(COLLEGE_PLAN, COLLEGE, "任务", List.of()));
        events.add(new PlanTaskAssigned(BRANCH_PLAN, BRANCH, "任务", List.of(ANN)));
        events.add(new PlanConveyed(UNIVERSITY_PLAN, COLLEGE));
        for (ActivityTheme theme : ActivityTheme.values()) // 2010-06-13 to 17
        events.add(new ActivityHeld(activity, CAMPAIGN, COLLEGE, theme, "READING", null));
        events.add(
                new AttendanceRecorded(
                        activity,
                        COLLEGE,
                        BRANCH,
                        ActivityTheme.PARTY_SPIRIT_EDUCATION,
                        List.of(ANN),
                        List.of(BOB)));
        events.add(new MemberTransferred("ann", BRANCH.value(), LIBRARY.value()));
        events.add(registered(BOB, LIBRARY));
        events.add(new MembershipEnded("bob", LIBRARY.value()));
        events.add(new OrganizationDissolved(LIBRARY.value()));
        return ViewLaws.facts("activities", "2010-06-01", events.toArray());
    }

    @Test
    void a_theme_attended_is_dropped_for_every_date_once_its_annulment_is_recorded() {
        List<Fact<?>> facts = new ArrayList<>(FACTS);
        Fact<?> annulled =
                fact(
                        new AttendanceAnnulled(
                                new ActivityId("activity"), BRANCH, List.of(ANN), "登记有误"));
        facts.add(annulled);
        ViewLaws.isOrderFree(VIEW, facts);
        ViewLaws.survivesStorage(VIEW, facts);
        CoverageRow row = requireNonNull(ViewLaws.rows(VIEW, facts).get(ANN.value()));
        Instant before = annulled.recordedAt().minusMillis(1);

        assertThat(reached(row, "2010-06-18", Instant.MAX)).doesNotContain(EDUCATION);
        assertThat(reached(row, "2010-06-18", before)).contains(EDUCATION);
        assertThat(reached(row, "2010-06-17", before)).doesNotContain(EDUCATION);
    }

    private static List<String> reached(CoverageRow row, String date, Instant knownAt) {
        CoverageRow cut = VIEW.cut(row, new Cut(day(date), knownAt));
        return requireNonNull(VIEW.answer(ANN.value(), cut, day(date))).reached();
    }

    /** At the end of all. */
    private static Fact<?> fact(Object event) {
        Object[] events = new Object[FACTS.size() + 1];
        for (int i = 0; i < FACTS.size(); i++) events[i] = FACTS.get(i).event();
        events[FACTS.size()] = event;
        return ViewLaws.facts("activities", "2010-06-01", events).getLast();
    }

    private static CoverageRow row(String key) {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(key));
    }

    private static Reach reach(String key, String date) {
        return (Reach) requireNonNull(answer(key, date));
    }

    private static @Nullable Record answer(String key, String date) {
        return VIEW.answer(key, row(key), day(date));
    }
}
