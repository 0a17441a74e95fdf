package org.zhengyou.evaluations.schemes;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 标准 (S8): the id of one version of a criteria scheme. */
@RefersTo(view = "evaluations/schemes", name = "appliesTo")
public record SchemeId(String value) implements Identifier {
    /** Checks its form. */
    public SchemeId {
        value = Identifier.checked(value);
    }
}
