package org.zhengyou.commendations.recommendations;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 民主推荐 (S83): the id of the ballot of one unit in one round. */
@RefersTo(view = "commendations/nominations", name = "candidate", by = "recommendation")
public record RecommendationId(String value) implements Identifier {
    /** Checks its form. */
    public RecommendationId {
        value = Identifier.checked(value);
    }
}
