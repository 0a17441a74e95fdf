package org.zhengyou.commendations.nominations;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 申报 (S83): the id of one candidate in one round and category. */
@RefersTo(view = "commendations/nominations", name = "category")
public record NominationId(String value) implements Identifier {
    /** Checks its form. */
    public NominationId {
        value = Identifier.checked(value);
    }
}
