package org.zhengyou.activities.themes;

import java.util.List;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.view.Withdrawal;

/** 出席 (S36). What was said of who of a branch was at an activity. */
public sealed interface AttendanceEvent {
    /** The activity concerned. */
    ActivityId activity();

    /** The branch whose members are named. */
    OrganizationId branch();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return Concern.of(branch(), "S36");
    }

    /**
     * 出席已登记 (S36).
     *
     * @param activity its id
     * @param organization who held it
     * @param branch the branch to which all those named belonged on the day of the activity
     * @param theme one of the five
     * @param present who was present
     * @param excused who was excused
     */
    record AttendanceRecorded(
            ActivityId activity,
            OrganizationId organization,
            OrganizationId branch,
            ActivityTheme theme,
            List<MemberId> present,
            List<MemberId> excused)
            implements AttendanceEvent {
        /** Copies the lists. */
        public AttendanceRecorded {
            present = List.copyOf(present);
            excused = List.copyOf(excused);
        }
    }

    /**
     * 出席记录已撤销 (S36). What was recorded of these members before was never so.
     *
     * @param activity the activity
     * @param branch the branch under which they were recorded
     * @param members whose attendance is withdrawn
     * @param reason why
     */
    record AttendanceAnnulled(
            ActivityId activity, OrganizationId branch, List<MemberId> members, String reason)
            implements AttendanceEvent, Withdrawal {
        /** Copies the list. */
        public AttendanceAnnulled {
            members = List.copyOf(members);
        }
    }
}
