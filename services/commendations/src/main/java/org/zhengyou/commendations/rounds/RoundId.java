package org.zhengyou.commendations.rounds;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 表彰批次 (S69, S84): the id of a commendation round. */
@RefersTo(view = "commendations/round", name = "kind")
public record RoundId(String value) implements Identifier {
    /** Checks its form. */
    public RoundId {
        value = Identifier.checked(value);
    }
}
