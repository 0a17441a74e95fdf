package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rounds in which everything gets its turn, each time beginning with another one. */
final class Rotation {
    private Rotation() {}

    /** The order of a round: the same, begun elsewhere. */
    static <T> List<T> order(List<T> all, int round) {
        List<T> order = new ArrayList<>(all);
        Collections.rotate(order, -round * Math.max(1, all.size() / 3));
        return order;
    }

    /** Measures everything so many times and takes the medians. */
    static <T> Map<T, Appended> medians(List<T> all, int rounds, Function<T, Appended> measure) {
        Map<T, List<Appended>> measured = new LinkedHashMap<>();
        for (T one : all) measured.put(one, new ArrayList<>());
        for (int round = 0; round < rounds; round++)
            for (T one : order(all, round))
                measured.computeIfAbsent(one, o -> new ArrayList<>()).add(measure.apply(one));
        Map<T, Appended> medians = new LinkedHashMap<>();
        measured.forEach((one, of) -> medians.put(one, Appended.median(of)));
        return medians;
    }
}
