package org.zhengyou.organizations.bodies;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 活动机构 (S90-S94). Identifies a leading group, campaign office or working group. */
@RefersTo(view = "organizations/bodies", name = "kind")
public record BodyId(String value) implements Identifier {
    /** Checks the form. */
    public BodyId {
        value = Identifier.checked(value);
    }
}
