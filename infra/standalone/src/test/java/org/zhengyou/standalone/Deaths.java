package org.zhengyou.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * When a platform is to be killed: a moment after random steps of a demonstration, and now and then
 * once more while it starts again.
 *
 * @param afterMillis by step: how long after it, and after each start that follows, in milliseconds
 */
record Deaths(Map<Integer, List<Integer>> afterMillis) {
    private static final int AFTER_A_STEP = 400;
    private static final int AFTER_A_START = 6_000;
    private static final int ONE_IN = 4;

    /** It is never killed. */
    static Deaths none() {
        return new Deaths(Map.of());
    }

    /**
     * The same moments for the same seed.
     *
     * @param kills how many
     * @param steps of the demonstration; at least four for each kill
     */
    static Deaths of(long seed, int kills, int steps) {
        Random random = new Random(seed);
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (int left = kills; left > 0; left--) {
            int step = 1 + random.nextInt(steps - 2);
            while (all.containsKey(step)) step = 1 + random.nextInt(steps - 2);
            List<Integer> moments = new ArrayList<>(List.of(random.nextInt(AFTER_A_STEP)));
            for (; left > 1 && random.nextInt(ONE_IN) == 0; left--)
                moments.add(random.nextInt(AFTER_A_START));
            all.put(step, moments);
        }
        return new Deaths(all);
    }

    /** The moments that this step begins. */
    List<Integer> at(int step) {
        return afterMillis.getOrDefault(step, List.of());
    }

    /** How many there are. */
    int count() {
        return afterMillis.values().stream().mapToInt(List::size).sum();
    }
}
