package org.zhengyou.evaluations.reviews;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 述职考核 (S110): the id of the review of one subject in one cycle. */
@RefersTo(view = "evaluations/review-board", name = "subject")
public record ReviewId(String value) implements Identifier {
    /** Checks its form. */
    public ReviewId {
        value = Identifier.checked(value);
    }
}
