package org.zhengyou.organizations.offices;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 人员. Identifies a person; for a Party member it is the member id. */
@RefersTo(view = "members/members", name = "name")
public record PersonId(String value) implements Identifier {
    /** Checks the form. */
    public PersonId {
        value = Identifier.checked(value);
    }
}
