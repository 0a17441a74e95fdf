package org.zhengyou.activities.campaign;

import org.zhengyou.kit.decide.Identifier;

/** 依据文件 (S1): the id of a directive. */
public record DirectiveId(String value) implements Identifier {
    /** Checks its form. */
    public DirectiveId {
        value = Identifier.checked(value);
    }
}
