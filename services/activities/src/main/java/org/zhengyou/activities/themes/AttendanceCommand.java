package org.zhengyou.activities.themes;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

/** 出席 (S36). What may be said of who of a branch was at an activity. */
public sealed interface AttendanceCommand {
    /** The activity concerned. */
    ActivityId activity();

    /** The branch whose members are named. */
    OrganizationId branch();

    /**
     * 登记出席 (S36). Who of a branch's roster of that day was present, and who was excused. May be
     * said in parts; what was said is taken back by an annulment only.
     *
     * @param activity the activity, already held
     * @param branch the branch to which all those named belonged on that day; the organisation that
     *     held it or one below
     * @param present who was present, at most 1000
     * @param excused who was excused, at most 1000
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S36")
    record RecordAttendance(
            ActivityId activity,
            OrganizationId branch,
            @Size(max = 1000) @Distinct List<MemberId> present,
            @Size(max = 1000) @Distinct List<MemberId> excused)
            implements AttendanceCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            List<Violation> all = new ArrayList<>();
            all.addAll(
                    Violation.unless(
                            !present.isEmpty() || !excused.isEmpty(),
                            "present",
                            "must have at least 1 entry, or excused | present 或 excused 至少 1 项"));
            all.addAll(
                    Violation.unless(
                            Collections.disjoint(present, excused),
                            "excused",
                            "must name nobody who is present | 不得列出已出席者"));
            return all;
        }
    }

    /**
     * 撤销出席记录 (S36). What was recorded of these members was never so. The record stays visible to
     * who asks for what was known before; afterwards they may be recorded anew.
     *
     * @param activity the activity
     * @param branch the branch under which they are on record
     * @param members whose attendance is on record, 1 to 1000
     * @param reason why, at most 200 characters; names no person
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S36")
    record AnnulAttendance(
            ActivityId activity,
            OrganizationId branch,
            @Size(min = 1, max = 1000) @Distinct List<MemberId> members,
            @Text(max = 200) String reason)
            implements AttendanceCommand {}
}
