package org.zhengyou.organizations.register;

import org.zhengyou.kit.decide.Identifier;

/** 基层党组织 (S6). Identifies a Party organisation. */
public record OrganizationId(String value) implements Identifier {
    /** Checks the form. */
    public OrganizationId {
        value = Identifier.checked(value);
    }
}
