package org.zhengyou.members.register;

import org.zhengyou.kit.decide.Identifier;

/** 党员 (S4). Identifies a Party member; also the person id of offices and tokens. */
public record MemberId(String value) implements Identifier {
    /** Checks the form. */
    public MemberId {
        value = Identifier.checked(value);
    }
}
