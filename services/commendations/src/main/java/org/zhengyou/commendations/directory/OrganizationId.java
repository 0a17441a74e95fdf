package org.zhengyou.commendations.directory;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 党组织 (S6): the id of an organisation, given by the organizations service. */
@RefersTo(view = "organizations/organization-tree", name = "labelZh")
public record OrganizationId(String value) implements Identifier {
    /** Checks its form. */
    public OrganizationId {
        value = Identifier.checked(value);
    }
}
