package org.zhengyou.activities.themes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.activities.University.ANN;
import static org.zhengyou.activities.University.BOB;
import static org.zhengyou.activities.University.BRANCH;
import static org.zhengyou.activities.University.CAI;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.DAN;
import static org.zhengyou.activities.University.EDUCATION;
import static org.zhengyou.activities.University.HAN;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.LIN;
import static org.zhengyou.activities.University.OTHER_BRANCH;
import static org.zhengyou.activities.University.day;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.directory.MemberFacts.MemberTransferred;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.themes.ActivityCommand.RecordAttendance;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.activities.themes.ActivityEvent.AttendanceRecorded;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

class AttendanceTest {
    private static final ActivityId ACTIVITY = new ActivityId("activity");
    private static final ActivityPlanned PLANNED =
            new ActivityPlanned(
                    ACTIVITY, CAMPAIGN, COLLEGE, EDUCATION, "READING", "学习", day("2010-10-10"));

    @Test
    void the_present_and_the_excused_are_recorded_branch_by_branch() {
        held().when(record(List.of(CAI, ANN), List.of(BOB)))
                .thenEvents(
                        recorded(BRANCH, List.of(ANN), List.of(BOB)),
                        recorded(OTHER_BRANCH, List.of(CAI), List.of()));
    }

    @Test
    void only_who_implements_over_the_organisation_records_attendance() {
        held().by(LIN).when(record(List.of(ANN), List.of())).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_stranger_does_not_find_out_who_was_there() {
        held().given(recorded(BRANCH, List.of(ANN), List.of()))
                .by(LIN)
                .when(record(List.of(ANN), List.of()))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void attendance_follows_the_activity() {
        scenario().when(record(List.of(ANN), List.of())).thenRefused(NOT_ON_RECORD);
        scenario()
                .given(PLANNED)
                .when(record(List.of(ANN), List.of()))
                .thenRefused(STEP_OUT_OF_ORDER);
        held().on("2010-10-09")
                .when(record(List.of(ANN), List.of()))
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void whoever_was_not_on_that_days_roster_is_named() {
        held().when(record(List.of(ANN, DAN), List.of())).thenRefused(OUT_OF_SCOPE, "S36", "dan");
        held().when(record(List.of(new MemberId("unheard-of")), List.of()))
                .thenRefused(RESULT_MISSING, "S36", "unheard-of");
    }

    @Test
    void the_roster_is_that_of_the_day_of_the_activity_not_of_the_record() {
        held().on("2010-10-11")
                .knowing(new MemberTransferred("ann", BRANCH.value(), LIBRARY.value()))
                .on("2010-10-12")
                .when(record(List.of(ANN), List.of()))
                .thenEvents(recorded(BRANCH, List.of(ANN), List.of()));
    }

    @Test
    void attendance_may_be_said_in_parts_but_is_not_taken_back() {
        var said = held().given(recorded(BRANCH, List.of(ANN), List.of(BOB)));
        said.when(record(List.of(ANN), List.of(BOB))).thenNothing();
        said.when(record(List.of(ANN, CAI), List.of()))
                .thenEvents(recorded(OTHER_BRANCH, List.of(CAI), List.of()));
        said.when(record(List.of(BOB), List.of())).thenRefused(ALREADY_ON_RECORD, "S36", "bob");
    }

    @Test
    void a_long_roll_is_recorded_in_several_events() {
        List<MemberId> many =
                IntStream.range(100, 1_000).mapToObj(i -> new MemberId("m" + i)).toList();
        var held = held();
        for (MemberId one : many) held.knowing(University.registered(one, BRANCH));
        held.when(record(many, List.of()))
                .thenEvents(
                        recorded(BRANCH, many.subList(0, 400), List.of()),
                        recorded(BRANCH, many.subList(400, 800), List.of()),
                        recorded(BRANCH, many.subList(800, 900), List.of()));
    }

    @Test
    void nobody_is_present_and_excused() {
        assertThatThrownBy(() -> Validity.check(record(List.of(ANN), List.of(ANN))))
                .hasMessageContaining("excused");
        assertThatThrownBy(() -> Validity.check(record(List.of(), List.of())))
                .hasMessageContaining("present");
        assertThatThrownBy(() -> Validity.check(record(List.of(ANN, ANN), List.of())))
                .hasMessageContaining("twice");
    }

    private static RecordAttendance record(List<MemberId> present, List<MemberId> excused) {
        return new RecordAttendance(ACTIVITY, CAMPAIGN, present, excused);
    }

    private static AttendanceRecorded recorded(
            OrganizationId branch, List<MemberId> present, List<MemberId> excused) {
        return new AttendanceRecorded(ACTIVITY, COLLEGE, branch, EDUCATION, present, excused);
    }

    private static DeciderScenario<ActivityCommand, ActivityEvent, Activity> scenario() {
        return University.campaign(Activity.decider()).on("2010-10-10").by(HAN);
    }

    private static DeciderScenario<ActivityCommand, ActivityEvent, Activity> held() {
        return scenario()
                .given(PLANNED)
                .given(new ActivityHeld(ACTIVITY, CAMPAIGN, COLLEGE, EDUCATION, "READING", null));
    }
}
