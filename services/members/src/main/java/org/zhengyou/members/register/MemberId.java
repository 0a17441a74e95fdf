package org.zhengyou.members.register;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 党员 (S4). Identifies a Party member; also the person id of offices and tokens. */
@RefersTo(view = "members/members", name = "name")
public record MemberId(String value) implements Identifier {
    /** Checks the form. */
    public MemberId {
        value = Identifier.checked(value);
    }
}
