package org.zhengyou.evaluations.reviews;

import org.zhengyou.kit.decide.Identifier;

/** 述职对象 (S110, S111): whom a review is about, an organisation or a member. */
public record SubjectId(String value) implements Identifier {
    /** Checks its form. */
    public SubjectId {
        value = Identifier.checked(value);
    }
}
