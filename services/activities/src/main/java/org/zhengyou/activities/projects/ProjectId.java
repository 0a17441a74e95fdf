package org.zhengyou.activities.projects;

import org.zhengyou.kit.decide.Identifier;

/** 党员项目 (S60): the id of a member project. */
public record ProjectId(String value) implements Identifier {
    /** Checks its form. */
    public ProjectId {
        value = Identifier.checked(value);
    }
}
