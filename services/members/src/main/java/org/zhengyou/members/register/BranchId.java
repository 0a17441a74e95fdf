package org.zhengyou.members.register;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 党支部 (S4). Identifies the branch a member belongs to. */
@RefersTo(view = "organizations/organization-tree", name = "labelZh")
public record BranchId(String value) implements Identifier {
    /** Checks the form. */
    public BranchId {
        value = Identifier.checked(value);
    }
}
