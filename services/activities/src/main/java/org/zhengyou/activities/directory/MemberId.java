package org.zhengyou.activities.directory;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 党员 (S4): the id of a member, given by the members service. */
@RefersTo(view = "members/members", name = "name")
public record MemberId(String value) implements Identifier {
    /** Checks its form. */
    public MemberId {
        value = Identifier.checked(value);
    }
}
