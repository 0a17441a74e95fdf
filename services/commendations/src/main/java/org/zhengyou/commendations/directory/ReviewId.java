package org.zhengyou.commendations.directory;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 述职考核 (S115): the id of the review whose result is used, given by the evaluations service. */
@RefersTo(view = "evaluations/review-board", name = "subject")
public record ReviewId(String value) implements Identifier {
    /** Checks its form. */
    public ReviewId {
        value = Identifier.checked(value);
    }
}
