package org.zhengyou.commendations.nominations;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 申报对象 (S83): who is nominated, an organisation or a member. */
@RefersTo(view = "organizations/organization-tree", name = "labelZh")
@RefersTo(view = "members/members", name = "name")
public record CandidateId(String value) implements Identifier {
    /** Checks its form. */
    public CandidateId {
        value = Identifier.checked(value);
    }
}
