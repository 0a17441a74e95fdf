package org.zhengyou.insight.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.insight.InsightService;
import org.zhengyou.insight.facts.ActivitiesFacts.CampaignLaunched;
import org.zhengyou.insight.facts.CommendationsFacts.NominationFiled;
import org.zhengyou.insight.facts.EvaluationsFacts.DutyReportFiled;
import org.zhengyou.insight.facts.MembersFacts.MemberTransferred;
import org.zhengyou.insight.facts.SubjectKind;
import org.zhengyou.insight.timeline.CampaignTimeline.Entry;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

class CampaignTimelineTest {
    private static final CampaignTimeline VIEW = new CampaignTimeline();
    private static final List<Fact<?>> FACTS = facts();

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_history() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void every_fact_has_one_row_in_order_of_source_and_position() {
        assertThat(ViewLaws.rows(VIEW, FACTS).keySet())
                .containsExactly(
                        "activities-000000000001",
                        "commendations-000000000001",
                        "evaluations-000000000001",
                        "evaluations-000000000002",
                        "members-000000000001");
    }

    @Test
    void a_row_says_what_happened_when_by_whom_on_which_clause() {
        Entry launched = entry("activities-000000000001", "2010-06-01");
        assertThat(launched.type()).isEqualTo("activities.CampaignLaunched");
        assertThat(launched.organization()).isEqualTo("committee");
        assertThat(launched.clauses()).containsExactly("S2");
        assertThat(launched.actor()).isEqualTo("someone");
        assertThat(launched.effectiveAt()).isEqualTo(day("2010-06-01"));
        assertThat(launched.enteredLate()).isFalse();
        assertThat(launched.cause()).isNull();
    }

    @Test
    void persons_are_named_by_id_and_organisations_are_not_persons() {
        assertThat(entry("members-000000000001", "2010-06-02").persons()).containsExactly("ann");
        assertThat(entry("evaluations-000000000001", "2010-06-02").persons())
                .containsExactly("ann");
        assertThat(entry("evaluations-000000000002", "2010-06-03").persons()).isEmpty();
        assertThat(entry("commendations-000000000001", "2010-06-02").persons()).isEmpty();
    }

    @Test
    void a_fact_is_told_from_its_effective_day_on() {
        assertThat(answer("activities-000000000001", "2010-05-31")).isNull();
        assertThat(answer("activities-000000000001", "2010-06-01")).isNotNull();
        assertThat(answer("activities-000000000099", "2010-06-01")).isNull();
    }

    @Test
    void what_was_entered_later_than_it_was_true_is_marked_and_linked_to_its_cause() {
        Fact<?> late =
                new Fact<>(
                        "members",
                        7,
                        "m-7",
                        "members.MemberTransferred",
                        new MemberTransferred("ann", "b-1", "b-2"),
                        day("2010-06-01"),
                        day("2010-06-05"),
                        Map.of("causation", "a-1", "correlation", "c-1"));
        var rows = ViewLaws.rows(VIEW, List.of(late));
        Entry told = requireNonNull(rows.get("members-000000000007")).told().last().orElseThrow();
        assertThat(told.enteredLate()).isTrue();
        assertThat(told.cause()).isEqualTo("a-1");
        assertThat(told.correlation()).isEqualTo("c-1");
    }

    @Test
    void facts_read_only_for_authority_are_not_told_twice() {
        var established =
                new AppointmentFacts.OrganizationEstablished("c", "BRANCH", null, null, "党", "P");
        assertThat(ViewLaws.rows(VIEW, ViewLaws.facts("organizations", "2010-06-01", established)))
                .isEmpty();
    }

    @Test
    void every_event_that_is_read_has_its_clauses_and_no_clause_is_without_event() {
        Set<String> read = new TreeSet<>();
        InsightService.definition()
                .listensTo()
                .values()
                .forEach(types -> types.forEach(type -> read.add(type.getSimpleName())));
        assertThat(Clauses.events()).containsExactlyInAnyOrderElementsOf(read);
        assertThat(Clauses.of("activities.NoSuchEvent")).isEmpty();
    }

    private static List<Fact<?>> facts() {
        List<Fact<?>> facts = new ArrayList<>();
        facts.addAll(ViewLaws.facts("activities", "2010-06-01", new CampaignLaunched("committee")));
        facts.addAll(
                ViewLaws.facts(
                        "members", "2010-06-02", new MemberTransferred("ann", "b-1", "b-2")));
        facts.addAll(
                ViewLaws.facts(
                        "evaluations",
                        "2010-06-02",
                        new DutyReportFiled("r-1", SubjectKind.MEMBER, "ann", "b-2"),
                        new DutyReportFiled("r-2", SubjectKind.ORGANIZATION, "b-2", "b-2")));
        facts.addAll(
                ViewLaws.facts(
                        "commendations",
                        "2010-06-02",
                        new NominationFiled("n-1", "ADVANCED_PRIMARY_ORGANIZATION", "b-2", "b-2")));
        return facts;
    }

    private static Entry entry(String key, String date) {
        return requireNonNull(answer(key, date));
    }

    private static @Nullable Entry answer(String key, String date) {
        var row = ViewLaws.rows(VIEW, FACTS).get(key);
        return VIEW.answer(key, row == null ? VIEW.empty(key) : row, day(date));
    }
}
