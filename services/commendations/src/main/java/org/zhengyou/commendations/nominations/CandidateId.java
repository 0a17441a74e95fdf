package org.zhengyou.commendations.nominations;

import org.zhengyou.kit.decide.Identifier;

/** 申报对象 (S83): who is nominated, an organisation or a member. */
public record CandidateId(String value) implements Identifier {
    /** Checks its form. */
    public CandidateId {
        value = Identifier.checked(value);
    }
}
