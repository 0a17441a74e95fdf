package org.zhengyou.evaluations.schemes;

import org.zhengyou.kit.decide.Identifier;

/** 标准 (S8): the id of one version of a criteria scheme. */
public record SchemeId(String value) implements Identifier {
    /** Checks its form. */
    public SchemeId {
        value = Identifier.checked(value);
    }
}
