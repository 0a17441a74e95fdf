package org.zhengyou.kit.decide;

import java.util.ArrayList;
import java.util.List;

/**
 * 名册. Long lists of ids within events. An entry of the log has a largest size, so a decision that
 * names many spreads them over several events of one transaction.
 */
public final class Rolls {
    /** How many ids one event names at most: 27 KB of ids of 64 characters, and as much again. */
    public static final int MOST = 400;

    private Rolls() {}

    /** The roll in parts of at most {@value #MOST}, in order; one empty part if it is empty. */
    public static <T> List<List<T>> parts(List<T> roll) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < roll.size(); from += MOST)
            parts.add(List.copyOf(roll.subList(from, Math.min(roll.size(), from + MOST))));
        return parts;
    }
}
