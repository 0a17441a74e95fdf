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
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.OTHER_BRANCH;
import static org.zhengyou.activities.University.day;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.activities.themes.AttendanceCommand.AnnulAttendance;
import org.zhengyou.activities.themes.AttendanceCommand.RecordAttendance;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceAnnulled;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

class AttendanceTest {
    private static final ActivityId ACTIVITY = new ActivityId("activity");
    private static final String WRONG = "登记有误";
    private static final ActivityPlanned PLANNED =
            new ActivityPlanned(
                    ACTIVITY, CAMPAIGN, COLLEGE, EDUCATION, "READING", "学习", day("2010-10-10"));

    @Test
    void the_present_and_the_excused_of_a_branch_are_recorded() {
        held().when(record(List.of(ANN), List.of(BOB)))
                .thenEvents(recorded(BRANCH, List.of(ANN), List.of(BOB)));
    }

    @Test
    void each_branch_is_on_record_for_itself() {
        held().given(recorded(BRANCH, List.of(ANN), List.of()))
                .when(new RecordAttendance(ACTIVITY, OTHER_BRANCH, List.of(CAI), List.of()))
                .thenEvents(recorded(OTHER_BRANCH, List.of(CAI), List.of()));
        held().when(record(List.of(ANN, CAI), List.of())).thenRefused(OUT_OF_SCOPE, "S36", "cai");
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
        held().given(recorded(BRANCH, List.of(ANN), List.of()))
                .by(LIN)
                .when(annul(List.of(ANN), WRONG))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void attendance_follows_the_activity() {
        scenario().when(record(List.of(ANN), List.of())).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario().by("gao").when(record(List.of(ANN), List.of())).thenRefused(NOT_ON_RECORD);
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
    void attendance_may_be_said_in_parts() {
        var said = held().given(recorded(BRANCH, List.of(ANN), List.of()));
        said.when(record(List.of(ANN), List.of())).thenNothing();
        said.when(record(List.of(ANN), List.of(BOB)))
                .thenEvents(recorded(BRANCH, List.of(), List.of(BOB)));
        said.when(record(List.of(), List.of(ANN))).thenRefused(ALREADY_ON_RECORD, "S36", "ann");
    }

    @Test
    void who_is_on_record_by_mistake_is_annulled_and_then_recorded_anew() {
        var said = held().given(recorded(BRANCH, List.of(ANN), List.of(BOB))).on("2010-10-20");
        said.when(annul(List.of(ANN, BOB), WRONG)).thenEvents(annulled(List.of(ANN, BOB), WRONG));
        said.given(annulled(List.of(ANN), WRONG))
                .when(record(List.of(), List.of(ANN)))
                .thenEvents(recorded(BRANCH, List.of(), List.of(ANN)));
        said.given(recorded(BRANCH, List.of(), List.of(ANN)))
                .when(annul(List.of(ANN), WRONG))
                .thenEvents(annulled(List.of(ANN), WRONG));
    }

    @Test
    void the_same_annulment_on_the_same_day_changes_nothing_and_any_other_is_refused() {
        var said =
                held().given(recorded(BRANCH, List.of(ANN), List.of(BOB)))
                        .on("2010-10-20")
                        .given(annulled(List.of(ANN), WRONG));
        said.when(annul(List.of(ANN), WRONG)).thenNothing();
        said.when(annul(List.of(ANN, BOB), WRONG)).thenEvents(annulled(List.of(BOB), WRONG));
        said.when(annul(List.of(ANN), "另有原因")).thenRefused(ALREADY_ON_RECORD, "S36", "ann");
        said.on("2010-10-21")
                .when(annul(List.of(ANN), WRONG))
                .thenRefused(ALREADY_ON_RECORD, "S36", "2010-10-20");
    }

    @Test
    void nobody_is_annulled_who_is_not_on_record_by_that_day() {
        held().when(annul(List.of(ANN), WRONG)).thenRefused(STEP_OUT_OF_ORDER, "S36", "ann");
        held().on("2010-10-20")
                .given(recorded(BRANCH, List.of(ANN), List.of()))
                .on("2010-10-19")
                .when(annul(List.of(ANN), WRONG))
                .thenRefused(STEP_OUT_OF_ORDER, "S36", "ann");
    }

    @Test
    void a_long_roll_is_recorded_and_annulled_in_several_events() {
        List<MemberId> many =
                IntStream.range(100, 1_000).mapToObj(i -> new MemberId("m" + i)).toList();
        var held = held();
        for (MemberId one : many) held.knowing(University.registered(one, BRANCH));
        held.when(record(many, List.of()))
                .thenEvents(
                        recorded(BRANCH, many.subList(0, 400), List.of()),
                        recorded(BRANCH, many.subList(400, 800), List.of()),
                        recorded(BRANCH, many.subList(800, 900), List.of()));
        held.given(recorded(BRANCH, many, List.of()))
                .when(annul(many.subList(0, 401), WRONG))
                .thenEvents(
                        annulled(many.subList(0, 400), WRONG),
                        annulled(many.subList(400, 401), WRONG));
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
        return new RecordAttendance(ACTIVITY, BRANCH, present, excused);
    }

    private static AnnulAttendance annul(List<MemberId> members, String reason) {
        return new AnnulAttendance(ACTIVITY, BRANCH, members, reason);
    }

    private static AttendanceRecorded recorded(
            OrganizationId branch, List<MemberId> present, List<MemberId> excused) {
        return new AttendanceRecorded(ACTIVITY, COLLEGE, branch, EDUCATION, present, excused);
    }

    private static AttendanceAnnulled annulled(List<MemberId> members, String reason) {
        return new AttendanceAnnulled(ACTIVITY, BRANCH, members, reason);
    }

    private static DeciderScenario<AttendanceCommand, AttendanceEvent, Attendance> scenario() {
        return University.campaign(Attendance.decider()).on("2010-10-10").by(HAN);
    }

    private static DeciderScenario<AttendanceCommand, AttendanceEvent, Attendance> held() {
        return scenario()
                .given(PLANNED)
                .given(new ActivityHeld(ACTIVITY, CAMPAIGN, COLLEGE, EDUCATION, "READING", null));
    }
}
