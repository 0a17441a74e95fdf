package org.zhengyou.activities.projects;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 党员项目 (S60): the id of a member project. */
@RefersTo(view = "activities/projects", name = "undertaking.titleZh")
public record ProjectId(String value) implements Identifier {
    /** Checks its form. */
    public ProjectId {
        value = Identifier.checked(value);
    }
}
