package org.zhengyou.activities.campaign;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 依据文件 (S1): the id of a directive. */
@RefersTo(view = "activities/directives", name = "titleZh")
public record DirectiveId(String value) implements Identifier {
    /** Checks its form. */
    public DirectiveId {
        value = Identifier.checked(value);
    }
}
