package org.zhengyou.activities.plans;

import org.zhengyou.kit.decide.Identifier;

/** 动员会 (S51, S54): the id of a mobilisation meeting. */
public record MeetingId(String value) implements Identifier {
    /** Checks its form. */
    public MeetingId {
        value = Identifier.checked(value);
    }
}
