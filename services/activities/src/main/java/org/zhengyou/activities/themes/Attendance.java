package org.zhengyou.activities.themes;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.themes.Activity.Held;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.AttendanceCommand.AnnulAttendance;
import org.zhengyou.activities.themes.AttendanceCommand.RecordAttendance;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceAnnulled;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Rolls;
import org.zhengyou.kit.decide.Told;

/**
 * 出席 (S36). Who of one branch was at one activity, of that day's roster. Each branch is on record
 * for itself, so that a meeting of thousands is never read as a whole and branches do not get in
 * each other's way.
 *
 * @param entries by member, what was said last
 */
public record Attendance(Map<MemberId, Entry> entries) {
    private static final String CLAUSE = "S36";

    /**
     * What was said of a member last.
     *
     * @param present whether the member was present; otherwise excused
     * @param on since when that is true
     * @param annulled why it was annulled; null if it stands
     */
    record Entry(boolean present, LocalDate on, @Nullable String annulled) {
        boolean isAnnulled() {
            return annulled != null;
        }
    }

    /** Copies the map. */
    public Attendance {
        entries = Map.copyOf(entries);
    }

    /** The rules about attendance. */
    public static Decider<AttendanceCommand, AttendanceEvent, Attendance> decider() {
        return Decider.of("attendance", AttendanceCommand.class, AttendanceEvent.class)
                .about(
                        c -> AttendanceId.of(c.activity(), c.branch()),
                        e -> AttendanceId.of(e.activity(), e.branch()))
                .restsOn(Holding.GROUND, AttendanceCommand::activity)
                .decides(new Attendance(Map.of()), Attendance::decide, Attendance::after)
                .concerning(AttendanceEvent::concern);
    }

    private static List<? extends AttendanceEvent> decide(
            Attendance attendance, AttendanceCommand command, Given given) {
        Activity activity = given.on(Holding.GROUND);
        var plan = activity.plan();
        if (plan == null) throw refuse(NOT_ON_RECORD, CLAUSE, "the activity was not planned");
        given.authority().require(IMPLEMENT, plan.event().organization().value(), CLAUSE);
        if (!(activity instanceof Held held) || given.effectiveOn().isBefore(held.act().on()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "attendance is recorded of an activity that was held, from that day on");
        return switch (command) {
            case RecordAttendance c -> attendance.record(c, held.act(), given);
            case AnnulAttendance c -> attendance.annul(c, given);
        };
    }

    private Attendance after(Told<AttendanceEvent> told) {
        Map<MemberId, Entry> more = new HashMap<>(entries);
        switch (told.event()) {
            case AttendanceRecorded e -> {
                Entry present = new Entry(true, told.on(), null);
                e.present().forEach(member -> more.put(member, present));
                Entry excused = new Entry(false, told.on(), null);
                e.excused().forEach(member -> more.put(member, excused));
            }
            case AttendanceAnnulled e -> {
                Entry annulled = new Entry(false, told.on(), e.reason());
                e.members().forEach(member -> more.put(member, annulled));
            }
        }
        return new Attendance(more);
    }

    /** Those of the command who are not on record. */
    private List<AttendanceRecorded> record(
            RecordAttendance c, Told<ActivityHeld> held, Given given) {
        List<MemberId> added = new ArrayList<>();
        for (MemberId member : c.present()) if (isNew(member, true)) added.add(member);
        for (MemberId member : c.excused()) if (isNew(member, false)) added.add(member);
        if (added.isEmpty()) return List.of();
        ActivityHeld act = held.event();
        requireRoster(c.branch(), added, held, given);
        Set<MemberId> there = Set.copyOf(c.present());
        return Rolls.parts(added).stream()
                .map(
                        part ->
                                new AttendanceRecorded(
                                        c.activity(),
                                        act.organization(),
                                        c.branch(),
                                        act.theme(),
                                        part.stream().filter(there::contains).toList(),
                                        part.stream().filter(m -> !there.contains(m)).toList()))
                .toList();
    }

    /** Whether the member is not on record; nobody who is may be named otherwise. */
    private boolean isNew(MemberId member, boolean present) {
        Entry known = entries.get(member);
        if (known == null || known.isAnnulled()) return true;
        if (known.present() != present)
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    member.value() + " is on record otherwise; annul that first");
        return false;
    }

    private static void requireRoster(
            OrganizationId branch, List<MemberId> members, Told<ActivityHeld> held, Given given) {
        var branches =
                new Registers(given, held.effectiveAt(), CLAUSE)
                        .roster(held.event().organization().value(), members);
        List<String> elsewhere =
                branches.entrySet().stream()
                        .filter(one -> !one.getValue().equals(branch.value()))
                        .map(one -> one.getKey().value())
                        .limit(Registers.MOST_NAMED)
                        .toList();
        if (!elsewhere.isEmpty())
            throw refuse(
                    OUT_OF_SCOPE,
                    CLAUSE,
                    "members of another branch on that date: " + String.join(", ", elsewhere));
    }

    /** Those of the command whose attendance is on record. */
    private List<AttendanceAnnulled> annul(AnnulAttendance c, Given given) {
        List<MemberId> left =
                c.members().stream().filter(member -> !isAnnulled(member, c, given)).toList();
        if (left.isEmpty()) return List.of();
        return Rolls.parts(left).stream()
                .map(part -> new AttendanceAnnulled(c.activity(), c.branch(), part, c.reason()))
                .toList();
    }

    /** Whether exactly this annulment is on record. */
    private boolean isAnnulled(MemberId member, AnnulAttendance c, Given given) {
        Entry known = entries.get(member);
        if (known == null || (!known.isAnnulled() && given.effectiveOn().isBefore(known.on())))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    member.value() + " is not on record here on " + given.effectiveOn());
        if (!known.isAnnulled()) return false;
        if (c.reason().equals(known.annulled()))
            return Once.of(known.on(), given).or(CLAUSE, member.value() + " was annulled");
        throw refuse(
                ALREADY_ON_RECORD,
                CLAUSE,
                member.value() + " was annulled on " + known.on() + " for another reason");
    }
}
