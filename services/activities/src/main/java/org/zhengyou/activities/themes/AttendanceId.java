package org.zhengyou.activities.themes;

import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Identifier;

/**
 * 一个支部在一次活动中的出席 (S36): who of one branch was at one activity.
 *
 * @param value both ids
 */
record AttendanceId(String value) implements Identifier {
    static AttendanceId of(ActivityId activity, OrganizationId branch) {
        return new AttendanceId(activity.value() + '/' + branch.value());
    }
}
