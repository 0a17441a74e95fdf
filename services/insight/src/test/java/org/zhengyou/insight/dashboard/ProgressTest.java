package org.zhengyou.insight.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.insight.dashboard.Progress.Done;
import org.zhengyou.insight.facts.ActivitiesFacts.ActivityHeld;
import org.zhengyou.insight.facts.ActivitiesFacts.MobilizationMeetingHeld;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-06-01 on; each is of the library. */
class ProgressTest {
    private static final Progress VIEW = new Progress();
    private static final List<Fact<?>> FACTS = new ArrayList<>();

    static {
        told("activities.PlanConveyed", new AnyEvent()); // 01
        told("activities.PlanAcknowledged", new AnyEvent());
        told("activities.PlanAdopted", new AnyEvent());
        told("activities.MobilizationMeetingHeld", new AnyEvent());
        told("activities.MobilizationMeetingHeld", new MobilizationMeetingHeld("m", "lib")); // 05
        told("activities.MobilizationMeetingHeld", new MobilizationMeetingHeld("m", "lib"));
        told("activities.ActivityHeld", new ActivityHeld("a-1", "lib", "POST_DEDICATION"));
        told("activities.ActivityHeld", new AnyEvent());
        told("activities.ActivityHeld", new ActivityHeld("a-2", "lib", "POST_DEDICATION")); // 09
        told("evaluations.DutyReportFiled", new AnyEvent());
        told("evaluations.ReviewResultDetermined", new AnyEvent());
        told("evaluations.ReviewResultDisclosed", new AnyEvent()); // 12
        told("commendations.NominationFiled", new AnyEvent());
        told("commendations.CommendationConferred", new AnyEvent()); // 14
    }

    private static void told(String type, Object event) {
        int number = FACTS.size();
        Instant at = day("2010-06-01").plusSeconds(86_400L * number);
        Map<String, String> envelope =
                Map.of(EventMetadata.ACTOR, "ann", EventMetadata.ORGANIZATION, "lib");
        String source = type.substring(0, type.indexOf('.'));
        FACTS.add(new Fact<>(source, number + 1, "id-" + number, type, event, at, at, envelope));
    }

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void each_figure_is_counted_once_for_what_was_done(Figure figure) {
        assertThat(count("2010-06-30", figure)).isEqualTo(figure == Figure.ACTIVITY ? 2 : 1);
    }

    @Test
    void what_is_no_figure_is_not_counted() {
        assertThat(done("2010-06-30")).hasSize(Figure.values().length + 1);
    }

    @Test
    void the_cascade_is_seen_from_its_days() {
        assertThat(count("2010-06-01", Figure.PLAN_CONVEYED)).isEqualTo(1);
        assertThat(count("2010-06-01", Figure.PLAN_ACKNOWLEDGED)).isZero();
        assertThat(count("2010-06-02", Figure.PLAN_ACKNOWLEDGED)).isEqualTo(1);
        assertThat(count("2010-06-02", Figure.PLAN_ADOPTED)).isZero();
        assertThat(count("2010-06-04", Figure.MOBILIZATION_MEETING)).isZero();
        assertThat(count("2010-06-05", Figure.MOBILIZATION_MEETING)).isEqualTo(1);
    }

    @Test
    void activities_are_told_apart_by_theme_and_say_their_day() {
        assertThat(done("2010-06-08"))
                .contains(
                        new Done(
                                "lib",
                                Figure.ACTIVITY,
                                "POST_DEDICATION",
                                LocalDate.of(2010, 6, 7)));
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void what_says_a_figure_is_an_event_that_its_service_promises(Figure figure) {
        String type = figure.type();
        if (type == null) {
            assertThat(figure).isIn(Figure.ACTIVITY, Figure.MOBILIZATION_MEETING);
            return;
        }
        int dot = type.indexOf('.');
        assertThat(ApprovedSamples.approved(type.substring(0, dot)))
                .contains(type.substring(dot + 1));
    }

    @Test
    void rows_are_open_to_leaders_auditors_and_the_committee() {
        var row = requireNonNull(ViewLaws.rows(VIEW, FACTS).get("activity-a-1"));
        assertThat(Readers.admitted(VIEW.audience(row), "lib")).isTrue();
    }

    /** S115: a grade is told to its audience, and whoever leads the organisation may be none. */
    @Test
    void neither_who_did_it_nor_any_grade_is_kept() {
        String rows = Json.tolerant().writeValueAsString(ViewLaws.rows(VIEW, FACTS));
        assertThat(rows).contains("REVIEW_RESULT").doesNotContain("ann", "GOOD", "grade");
    }

    private static long count(String date, Figure figure) {
        return done(date).stream().filter(done -> done.figure() == figure).count();
    }

    private static Collection<Done> done(String date) {
        return ViewLaws.rows(VIEW, FACTS).entrySet().stream()
                .map(one -> VIEW.answer(one.getKey(), one.getValue(), day(date)))
                .filter(Objects::nonNull)
                .toList();
    }
}
