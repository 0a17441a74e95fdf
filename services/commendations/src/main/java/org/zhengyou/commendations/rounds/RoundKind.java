package org.zhengyou.commendations.rounds;

import java.time.LocalDate;

/** 集中表彰、专项表彰 (S69, S84). The two kinds of round. */
public enum RoundKind {
    /** 集中表彰: on the eve of the 90th anniversary, once per campaign (S69). */
    CONCENTRATED,
    /** 专项表彰: on the eve of 1 July 2012, inside phase 4 (S84). */
    SPECIAL;

    /** By the text, commendations of this kind are conferred before this day (S69, S84, Q2). */
    public LocalDate eveOf() {
        return switch (this) {
            case CONCENTRATED -> LocalDate.of(2011, 7, 1);
            case SPECIAL -> LocalDate.of(2012, 7, 1);
        };
    }

    /** The clause that provides for this kind. */
    public String clause() {
        return this == CONCENTRATED ? "S69" : "S84";
    }
}
