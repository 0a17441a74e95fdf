package org.zhengyou.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one round of load showed.
 *
 * @param figures all of them
 */
record Round(Map<Figure, Double> figures) {
    /** Copies the map. */
    Round {
        figures = Map.copyOf(figures);
    }

    double of(Figure figure) {
        return figures.getOrDefault(figure, Double.NaN);
    }

    /** The median of each figure for itself. */
    static Round median(List<Round> rounds) {
        Map<Figure, Double> medians = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values())
            medians.put(figure, median(rounds.stream().mapToDouble(r -> r.of(figure)).toArray()));
        return new Round(medians);
    }

    /** The one in the middle; of an even number, the mean of the two in the middle. */
    static double median(double... of) {
        if (of.length == 0) throw new IllegalArgumentException("the median of nothing");
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
