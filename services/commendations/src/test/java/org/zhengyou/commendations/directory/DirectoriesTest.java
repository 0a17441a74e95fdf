package org.zhengyou.commendations.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyou.commendations.directory.ActivityDirectory.Part;
import org.zhengyou.commendations.directory.ForeignFacts.ActivityHeld;
import org.zhengyou.commendations.directory.ForeignFacts.AttendanceAnnulled;
import org.zhengyou.commendations.directory.ForeignFacts.AttendanceRecorded;
import org.zhengyou.commendations.directory.ForeignFacts.CampaignLaunched;
import org.zhengyou.commendations.directory.ForeignFacts.CriteriaSchemePublished;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseClosed;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseDefined;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseOpened;
import org.zhengyou.commendations.directory.ForeignFacts.ReviewResultDetermined;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

/** What other services write can be read here, in whatever order it arrives. */
class DirectoriesTest {
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "elsewhere",
                    "2010-06-01",
                    new CampaignLaunched("c"),
                    new PhaseDefined("c", 3, LocalDate.parse("2011-08-01"), null),
                    new PhaseDefined("c", 4, LocalDate.parse("2012-06-01"), null),
                    new PhaseOpened("c", 3),
                    new PhaseOpened("c", 4),
                    new PhaseClosed("c", 4),
                    new ActivityHeld("a-1", "one", "BADGE_OF_EXAMPLE"),
                    new ActivityHeld("a-2", "one", "POST_DEDICATION"),
                    new AttendanceRecorded("a-1", "one", "BADGE_OF_EXAMPLE", List.of("ann", "bob")),
                    new AttendanceRecorded("a-2", "one", "POST_DEDICATION", List.of("bob")),
                    new CriteriaSchemePublished("s", "STAFF"),
                    new ReviewResultDetermined("r-1", 2010, "ann", "GOOD"),
                    new ReviewResultDetermined("r-2", 2011, "ann", "POOR"));

    @Test
    void the_directories_do_not_depend_on_the_order_of_facts() {
        List<View<?, ?>> views =
                List.of(
                        new ResultDirectory(),
                        new ActivityDirectory(),
                        new SchemeDirectory(),
                        new CampaignDirectory());
        for (View<?, ?> view : views) {
            ViewLaws.isOrderFree(view, FACTS);
            ViewLaws.survivesStorage(view, FACTS);
        }
    }

    @Test
    void a_row_holds_the_part_of_one_organisation_or_member_and_no_more() {
        var rows = ViewLaws.rows(new ActivityDirectory(), FACTS);
        assertThat(rows.keySet()).containsExactlyInAnyOrder("one", "ann", "bob");
        assertThat(themes(rows, "one"))
                .containsExactlyInAnyOrder("BADGE_OF_EXAMPLE", "POST_DEDICATION");
        assertThat(themes(rows, "ann")).containsExactly("BADGE_OF_EXAMPLE");
        assertThat(themes(rows, "bob"))
                .containsExactlyInAnyOrder("BADGE_OF_EXAMPLE", "POST_DEDICATION");
    }

    @Test
    void an_activity_counts_once_and_not_at_all_once_the_attendance_is_annulled() {
        List<Fact<?>> facts =
                ViewLaws.facts(
                        "activities",
                        "2010-06-01",
                        new AttendanceRecorded("a-1", "one", "POST_DEDICATION", List.of("ann")),
                        new AttendanceRecorded("a-1", "two", "POST_DEDICATION", List.of("ann")),
                        new AttendanceAnnulled("a-1", "one", List.of("ann")),
                        new AttendanceAnnulled("a-1", "two", List.of("ann")),
                        new AttendanceRecorded("a-1", "two", "POST_DEDICATION", List.of("ann")));
        ViewLaws.isOrderFree(new ActivityDirectory(), facts);
        for (int known = 1; known <= facts.size(); known++)
            assertThat(
                            themes(
                                    ViewLaws.rows(new ActivityDirectory(), facts.subList(0, known)),
                                    "ann"))
                    .as("%s facts", known)
                    .hasSize(known == 4 ? 0 : 1);
    }

    private static List<String> themes(Map<String, ActivityDirectory.Row> rows, String key) {
        return requireNonNull(rows.get(key)).by(Instant.MAX).stream().map(Part::theme).toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void an_approved_sample_of_its_producer_is_read(String service, Class<?> type) {
        Object read = ApprovedSamples.read(service, type);
        if (!type.equals(PhaseDefined.class)) assertThat(read).hasNoNullFieldsOrProperties();
    }

    static Stream<Object[]> records() {
        return Stream.of(
                        of("activities", ForeignFacts.ACTIVITIES),
                        of("evaluations", ForeignFacts.EVALUATIONS))
                .flatMap(pairs -> pairs);
    }

    private static Stream<Object[]> of(String service, List<Class<?>> types) {
        return types.stream().map(type -> new Object[] {service, type});
    }
}
