package org.zhengyou.activities.themes;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.directory.Roster;
import org.zhengyou.activities.themes.Activity.Held;
import org.zhengyou.activities.themes.ActivityCommand.RecordAttendance;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.AttendanceRecorded;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Rolls;

/**
 * 出席 (S36). Who was present and who was excused, of that day's roster.
 *
 * @param present recorded as present so far
 * @param excused recorded as excused so far
 */
public record Attendance(Set<MemberId> present, Set<MemberId> excused) {
    static final String CLAUSE = "S36";
    static final Attendance NONE = new Attendance(Set.of(), Set.of());

    /** Copies the sets. */
    public Attendance {
        present = Set.copyOf(present);
        excused = Set.copyOf(excused);
    }

    /** Those of the command who are not on record yet, one event per branch. */
    static List<AttendanceRecorded> record(Activity activity, RecordAttendance c, Given given) {
        var plan = activity.requirePlanned(c, CLAUSE).event();
        given.authority().require(IMPLEMENT, plan.organization().value(), CLAUSE);
        if (!(activity instanceof Held held) || given.effectiveOn().isBefore(held.act().on()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "attendance is recorded of an activity that was held, from that day on");
        Set<MemberId> there = Set.copyOf(c.present());
        Set<MemberId> added = held.attendance().added(c);
        if (added.isEmpty()) return List.of();
        var branches =
                new Roster(given, plan.organization(), held.act().effectiveAt(), CLAUSE)
                        .require(added);
        Map<String, List<MemberId>> byBranch = new TreeMap<>();
        branches.forEach(
                (member, branch) ->
                        byBranch.computeIfAbsent(branch.value(), b -> new ArrayList<>())
                                .add(member));
        return byBranch.entrySet().stream()
                .flatMap(e -> recorded(held.act().event(), e.getKey(), e.getValue(), there))
                .toList();
    }

    /** This attendance and what was recorded next. */
    Attendance and(AttendanceRecorded e) {
        return new Attendance(union(present, e.present()), union(excused, e.excused()));
    }

    /** Those who are not on record yet; nobody who is may be named otherwise. */
    private Set<MemberId> added(RecordAttendance c) {
        Set<MemberId> added = new HashSet<>();
        for (MemberId member : c.present()) if (!present.contains(member)) added.add(member);
        for (MemberId member : c.excused()) if (!excused.contains(member)) added.add(member);
        for (MemberId member : added)
            if (present.contains(member) || excused.contains(member))
                throw refuse(ALREADY_ON_RECORD, CLAUSE, member.value() + " is on record otherwise");
        return added;
    }

    private static Stream<AttendanceRecorded> recorded(
            ActivityHeld held, String branch, List<MemberId> members, Set<MemberId> there) {
        return Rolls.parts(members).stream()
                .map(
                        part ->
                                new AttendanceRecorded(
                                        held.activity(),
                                        held.organization(),
                                        new OrganizationId(branch),
                                        held.theme(),
                                        part.stream().filter(there::contains).toList(),
                                        part.stream().filter(m -> !there.contains(m)).toList()));
    }

    private static Set<MemberId> union(Set<MemberId> some, List<MemberId> others) {
        Set<MemberId> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
