package org.zhengyou.activities.themes;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 活动 (S57): the id of an activity. */
@RefersTo(view = "activities/activities", name = "titleZh")
public record ActivityId(String value) implements Identifier {
    /** Checks its form. */
    public ActivityId {
        value = Identifier.checked(value);
    }
}
