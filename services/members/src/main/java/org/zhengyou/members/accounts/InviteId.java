package org.zhengyou.members.accounts;

import org.zhengyou.kit.decide.Identifier;

/** 账号邀请. Identifies an invite; it says nothing of the code that is on its paper. */
public record InviteId(String value) implements Identifier {
    /** Checks the form. */
    public InviteId {
        value = Identifier.checked(value);
    }
}
