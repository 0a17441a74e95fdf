package org.zhengyou.evaluations.reviews;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 述职对象 (S110, S111): whom a review is about, an organisation or a member. */
@RefersTo(view = "organizations/organization-tree", name = "labelZh")
@RefersTo(view = "members/members", name = "name")
public record SubjectId(String value) implements Identifier {
    /** Checks its form. */
    public SubjectId {
        value = Identifier.checked(value);
    }
}
