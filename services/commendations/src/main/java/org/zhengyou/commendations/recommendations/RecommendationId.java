package org.zhengyou.commendations.recommendations;

import org.zhengyou.kit.decide.Identifier;

/** 民主推荐 (S83): the id of the ballot of one unit in one round. */
public record RecommendationId(String value) implements Identifier {
    /** Checks its form. */
    public RecommendationId {
        value = Identifier.checked(value);
    }
}
