package org.zhengyou.insight.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.insight.dashboard.MembersReached.Reached;
import org.zhengyou.insight.dashboard.MembersReached.Row;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceAnnulled;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceRecorded;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-06-01 on. */
class MembersReachedTest {
    private static final MembersReached VIEW = new MembersReached();
    private static final String POST = "POST_DEDICATION";
    private static final String BADGE = "BADGE_OF_EXAMPLE";
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "any",
                    "2010-06-01",
                    new PartyMemberRegistered("ann", "lib", "STAFF"),
                    new PartyMemberRegistered("bob", "lib", "STAFF"),
                    new PartyMemberRegistered("cai", "lib", "STAFF"),
                    new AttendanceRecorded("a-1", "lib", POST, List.of("ann", "bob")), // 04
                    new AttendanceRecorded("a-2", "lib", POST, List.of("ann")),
                    new AttendanceRecorded("a-3", "lib", BADGE, List.of("ann")),
                    new AttendanceRecorded("a-4", "lib", BADGE, List.of()),
                    new MemberTransferred("ann", "lib", "b-2"), // 08
                    new MembershipEnded("bob", "lib"),
                    new MemberTransferred("ann", "b-2", "lib")); // 10

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void a_member_counts_once_for_a_theme_however_often_it_was_attended() {
        assertThat(answer("ann", "2010-06-03")).isEqualTo(new Reached("lib", List.of()));
        assertThat(answer("ann", "2010-06-05")).isEqualTo(new Reached("lib", List.of(POST)));
        assertThat(answer("ann", "2010-06-06")).isEqualTo(new Reached("lib", List.of(BADGE, POST)));
        assertThat(answer("cai", "2010-06-06")).isEqualTo(new Reached("lib", List.of()));
    }

    @Test
    void whoever_is_transferred_stays_reached() {
        assertThat(answer("ann", "2010-06-08")).isEqualTo(new Reached("b-2", List.of(BADGE, POST)));
        assertThat(answer("ann", "2010-06-10")).isEqualTo(new Reached("lib", List.of(BADGE, POST)));
    }

    @Test
    void a_member_is_reached_until_the_last_attendance_is_annulled() {
        List<Object> events = new ArrayList<>(FACTS.stream().map(Fact::event).limit(5).toList());
        events.add(new AttendanceAnnulled("a-1", "lib", List.of("ann", "bob")));
        assertThat(reached("ann", events)).containsExactly(POST);
        assertThat(reached("bob", events)).isEmpty();
        events.add(new AttendanceAnnulled("a-2", "lib", List.of("ann")));
        assertThat(reached("ann", events)).isEmpty();
        events.add(new AttendanceRecorded("a-2", "lib", POST, List.of("ann")));
        assertThat(reached("ann", events)).containsExactly(POST);
    }

    private static List<String> reached(String member, List<Object> events) {
        List<Fact<?>> facts = ViewLaws.facts("any", "2010-06-01", events.toArray());
        ViewLaws.isOrderFree(VIEW, facts);
        Row row = requireNonNull(ViewLaws.rows(VIEW, facts).get(member));
        return requireNonNull(VIEW.answer(member, row, day("2010-12-31"))).themes();
    }

    @Test
    void the_denominator_is_the_register_of_that_day() {
        assertThat(members("2010-06-02")).isEqualTo(2);
        assertThat(members("2010-06-08")).isEqualTo(3);
        assertThat(members("2010-06-09")).isEqualTo(2);
        assertThat(answer("bob", "2010-06-09")).isNull();
    }

    @Test
    void rows_are_open_to_leaders_of_the_branch_of_then_auditors_and_the_committee() {
        Row moved = VIEW.cut(row("ann"), Cut.at(day("2010-06-08")));
        assertThat(Readers.admitted(VIEW.audience(moved), "b-2")).isTrue();
        assertThat(Readers.admitted(VIEW.audience(moved), "lib")).isFalse();
        assertThat(Readers.admitted(VIEW.audience(row("ann")), "lib")).isTrue();
    }

    private static long members(String date) {
        return ViewLaws.rows(VIEW, FACTS).values().stream()
                .map(row -> VIEW.answer("", row, day(date)))
                .filter(Objects::nonNull)
                .count();
    }

    private static Row row(String member) {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(member));
    }

    private static @Nullable Reached answer(String member, String date) {
        return VIEW.answer(member, row(member), day(date));
    }
}
