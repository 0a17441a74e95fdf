package org.zhengyou.organizations.register;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 基层党组织 (S6). Identifies a Party organisation. */
@RefersTo(view = "organizations/organization-tree", name = "labelZh")
public record OrganizationId(String value) implements Identifier {
    /** Checks the form. */
    public OrganizationId {
        value = Identifier.checked(value);
    }
}
