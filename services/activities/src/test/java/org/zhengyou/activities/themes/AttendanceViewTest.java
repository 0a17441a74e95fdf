package org.zhengyou.activities.themes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.BOB;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.EDUCATION;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.reader;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.head;
import static org.zhengyou.kit.spec.University.seated;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceAnnulled;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.activities.themes.AttendanceView.Attended;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Fact;

/** Facts lie a day apart, from 2010-10-10 on. */
class AttendanceViewTest {
    private static final AttendanceView VIEW = new AttendanceView();
    private static final ActivityId ACTIVITY = new ActivityId("activity");
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "activities",
                    "2010-10-10",
                    recorded(List.of(ANN), List.of(BOB)),
                    new AttendanceAnnulled(ACTIVITY, BRANCH, List.of(ANN), "登记有误"),
                    recorded(List.of(), List.of(ANN)));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void what_was_annulled_is_seen_by_who_asks_what_was_known_before() {
        Instant annulled = FACTS.get(1).recordedAt();
        assertThat(attended(ANN, new Cut(day("2010-10-10"), annulled.minusMillis(1))))
                .isNotNull()
                .extracting(Attended::present)
                .isEqualTo(true);
        assertThat(attended(ANN, new Cut(day("2010-10-10"), annulled))).isNull();
        assertThat(attended(ANN, new Cut(day("2010-10-31"), annulled))).isNull();
        assertThat(attended(BOB, new Cut(day("2010-10-10"), annulled))).isNotNull();
    }

    @Test
    void who_was_recorded_anew_is_seen_as_that_was_said() {
        var now = requireNonNull(attended(ANN, Cut.at(day("2010-10-31"))));
        assertThat(now.present()).isFalse();
        assertThat(now.recordedFor()).isEqualTo("2010-10-12");
        assertThat(attended(ANN, Cut.at(day("2010-10-11")))).isNull();
    }

    @Test
    void heads_see_who_was_there_and_everybody_sees_themselves() {
        var audience = VIEW.audience(row(ANN));
        assertThat(audience.admits(head("lin", BRANCH))).isTrue();
        assertThat(audience.admits(head("han", COLLEGE))).isTrue();
        assertThat(audience.admits(head("dan", LIBRARY))).isFalse();
        assertThat(audience.admits(seated("wu", BRANCH))).isFalse();
        assertThat(audience.admits(reader("ann"))).isTrue();
        assertThat(audience.admits(reader("bob"))).isFalse();
    }

    private static @Nullable Attended attended(MemberId member, Cut cut) {
        return VIEW.answer(key(member), VIEW.cut(row(member), cut), cut.asOf());
    }

    private static AttendanceView.Row row(MemberId member) {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(key(member)));
    }

    private static String key(MemberId member) {
        return ACTIVITY.value() + '.' + BRANCH.value() + '.' + member.value();
    }

    private static AttendanceRecorded recorded(List<MemberId> present, List<MemberId> excused) {
        return new AttendanceRecorded(ACTIVITY, COLLEGE, BRANCH, EDUCATION, present, excused);
    }
}
