package org.zhengyou.insight.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.insight.facts.ActivitiesFacts.ActivityHeld;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceAnnulled;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceRecorded;
import org.zhengyou.insight.facts.ActivitiesFacts.MobilizationMeetingHeld;
import org.zhengyou.insight.facts.ActivitiesFacts.PlanAcknowledged;
import org.zhengyou.insight.facts.ActivitiesFacts.PlanAdopted;
import org.zhengyou.insight.facts.ActivitiesFacts.PlanConveyed;
import org.zhengyou.insight.facts.CommendationsFacts.CommendationConferred;
import org.zhengyou.insight.facts.CommendationsFacts.NominationFiled;
import org.zhengyou.insight.facts.EvaluationsFacts.DutyReportFiled;
import org.zhengyou.insight.facts.EvaluationsFacts.ReviewResultDetermined;
import org.zhengyou.insight.facts.MembersFacts.MemberTransferred;
import org.zhengyou.insight.facts.MembersFacts.MembershipEnded;
import org.zhengyou.insight.facts.MembersFacts.PartyMemberRegistered;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationDissolved;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.insight.facts.SubjectKind;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Reader;

/** Facts lie a day apart, from 2010-06-01 on. */
class DashboardTest {
    private static final Dashboard VIEW = new Dashboard();
    private static final String THEME = "POST_DEDICATION";
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "any",
                    "2010-06-01",
                    new OrganizationEstablished("lib", "DIRECT_BRANCH", "com", "图书馆", "Library"),
                    new OrganizationEstablished("b-2", "BRANCH", "gb", "支部", "Branch"),
                    new PartyMemberRegistered("ann", "lib"),
                    new PartyMemberRegistered("bob", "lib"),
                    new PartyMemberRegistered("cai", "lib"),
                    new PlanConveyed("plan-u", "lib"), // 06
                    new PlanAcknowledged("plan-u", "lib"),
                    new PlanAdopted("plan-l", "lib"),
                    new MobilizationMeetingHeld("lib"),
                    new ActivityHeld("act-1", "lib", THEME, null), // 10
                    new AttendanceRecorded("act-1", "lib", "lib", THEME, List.of("ann", "bob")),
                    new ActivityHeld("act-2", "lib", THEME, null),
                    new AttendanceRecorded("act-2", "lib", "lib", THEME, List.of("ann")),
                    new AttendanceRecorded("act-2", "lib", "lib", THEME, List.of()),
                    new MemberTransferred("ann", "lib", "b-2"), // 15
                    new MembershipEnded("bob", "lib"),
                    new DutyReportFiled("r-1", SubjectKind.MEMBER, "cai", "lib"), // 17
                    new ReviewResultDetermined("r-1", SubjectKind.MEMBER, "cai", "lib"),
                    new NominationFiled("n-1", "OUTSTANDING_MEMBER", "cai", "lib"),
                    new CommendationConferred("n-1", "OUTSTANDING_MEMBER", "cai", "lib"), // 20
                    new OrganizationDissolved("lib"),
                    new OrganizationsMerged("gb", List.of("b-2"), List.of()));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_figures() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void an_organisation_starts_with_nothing_done() {
        var figures = figures("lib", "2010-06-02");
        assertThat(figures.labelZh()).isEqualTo("图书馆");
        assertThat(figures.secondTier()).isTrue();
        assertThat(figures.members()).isZero();
        assertThat(figures.planAdopted()).isFalse();
        assertThat(figures.activities()).hasSize(5).containsEntry(THEME, 0);
        assertThat(figures.reachedPercent()).containsEntry(THEME, 0);
        assertThat(figures("b-2", "2010-06-02").secondTier()).isFalse();
    }

    @Test
    void the_cascade_is_seen_from_its_days() {
        assertThat(figures("lib", "2010-06-06").planConveyed()).isTrue();
        assertThat(figures("lib", "2010-06-06").planAcknowledged()).isFalse();
        assertThat(figures("lib", "2010-06-07").planAcknowledged()).isTrue();
        assertThat(figures("lib", "2010-06-07").planAdopted()).isFalse();
        assertThat(figures("lib", "2010-06-08").planAdopted()).isTrue();
        assertThat(figures("lib", "2010-06-08").mobilizationMeeting()).isFalse();
        assertThat(figures("lib", "2010-06-09").mobilizationMeeting()).isTrue();
    }

    @Test
    void activities_count_by_theme_and_members_count_once() {
        assertThat(figures("lib", "2010-06-11").activities()).containsEntry(THEME, 1);
        assertThat(figures("lib", "2010-06-11").membersReached()).containsEntry(THEME, 2);
        assertThat(figures("lib", "2010-06-11").reachedPercent()).containsEntry(THEME, 66);
        assertThat(figures("lib", "2010-06-14").activities()).containsEntry(THEME, 2);
        assertThat(figures("lib", "2010-06-14").membersReached()).containsEntry(THEME, 2);
    }

    @Test
    void a_member_is_reached_until_the_last_attendance_is_annulled() {
        List<Object> events =
                new ArrayList<>(FACTS.subList(0, 14).stream().map(Fact::event).toList());
        events.add(new AttendanceAnnulled("act-1", "lib", List.of("ann", "bob")));
        assertThat(reached(events)).isEqualTo(1);
        events.add(new AttendanceAnnulled("act-2", "lib", List.of("ann")));
        assertThat(reached(events)).isZero();
        events.add(new AttendanceRecorded("act-2", "lib", "lib", THEME, List.of("ann")));
        assertThat(reached(events)).isEqualTo(1);
    }

    private static int reached(List<Object> events) {
        var facts = ViewLaws.facts("any", "2010-06-01", events.toArray());
        ViewLaws.isOrderFree(VIEW, facts);
        var row = requireNonNull(ViewLaws.rows(VIEW, facts).get("lib"));
        Instant end = day("2010-12-31");
        var figures = requireNonNull(VIEW.answer("lib", row, end));
        return requireNonNull(figures.membersReached().get(THEME));
    }

    @Test
    void the_denominator_is_the_register_of_that_day() {
        assertThat(figures("lib", "2010-06-14").members()).isEqualTo(3);
        assertThat(figures("lib", "2010-06-15").members()).isEqualTo(2);
        assertThat(figures("lib", "2010-06-15").membersReached()).containsEntry(THEME, 1);
        assertThat(figures("b-2", "2010-06-15").members()).isEqualTo(1);
        assertThat(figures("b-2", "2010-06-15").membersReached()).containsEntry(THEME, 0);
        assertThat(figures("lib", "2010-06-16").members()).isEqualTo(1);
        assertThat(figures("lib", "2010-06-16").reachedPercent()).containsEntry(THEME, 0);
    }

    @Test
    void reviews_nominations_and_commendations_are_counted() {
        var before = figures("lib", "2010-06-16");
        var after = figures("lib", "2010-06-20");
        assertThat(before.dutyReportsFiled()).isZero();
        assertThat(before.resultsDetermined()).isZero();
        assertThat(after.dutyReportsFiled()).isEqualTo(1);
        assertThat(after.resultsDetermined()).isEqualTo(1);
        assertThat(after.nominations()).isEqualTo(1);
        assertThat(after.commendations()).isEqualTo(1);
    }

    @Test
    void an_organisation_that_does_not_exist_has_no_figures() {
        assertThat(answer("lib", "2010-05-31")).isNull();
        assertThat(answer("lib", "2010-06-21")).isNull();
        assertThat(answer("b-2", "2010-06-22")).isNull();
    }

    @Test
    void figures_are_open_to_leaders_auditors_and_the_committee() {
        assertThat(VIEW.audience(row("lib")).admits(reader("lib", false, false))).isTrue();
        assertThat(VIEW.audience(row("lib")).admits(reader("b-2", false, false))).isFalse();
        assertThat(VIEW.audience(row("lib")).admits(reader("", true, false))).isTrue();
        assertThat(VIEW.audience(row("lib")).admits(reader("", false, true))).isTrue();
    }

    @Test
    void no_figure_tells_a_person() {
        assertThat(figures("lib", "2010-06-14").toString()).doesNotContain("ann", "bob", "cai");
    }

    /** S115: a grade is told to its audience, and whoever leads the organisation may be none. */
    @Test
    void no_grade_is_kept_or_shown_before_or_after_a_disclosure() {
        var determined = ApprovedSamples.read("evaluations", ReviewResultDetermined.class);
        String branch = determined.organization();
        var facts =
                ViewLaws.facts(
                        "any",
                        "2010-06-01",
                        new OrganizationEstablished(branch, "BRANCH", "gb", "支部", "Branch"),
                        determined,
                        new AnyEvent());
        var row = requireNonNull(ViewLaws.rows(VIEW, facts).get(branch));
        var shown = requireNonNull(VIEW.answer(branch, row, day("2010-06-03")));
        assertThat(shown.resultsDetermined()).isEqualTo(1);
        for (Object told : List.of(row, shown))
            assertThat(Json.tolerant().writeValueAsString(told)).doesNotContain("GOOD", "grade");
    }

    private static Reader reader(String led, boolean auditor, boolean committee) {
        return new Reader() {
            @Override
            public String person() {
                return "somebody";
            }

            @Override
            public boolean isAuditor() {
                return auditor;
            }

            @Override
            public boolean isAtCommittee() {
                return committee;
            }

            @Override
            public boolean holds(OfficeFunction function, String organization) {
                return led.equals(organization);
            }
        };
    }

    private static OrganizationRow row(String key) {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(key));
    }

    private static OrganizationFigures figures(String key, String date) {
        return requireNonNull(answer(key, date));
    }

    private static @Nullable OrganizationFigures answer(String key, String date) {
        return VIEW.answer(key, row(key), day(date));
    }
}
