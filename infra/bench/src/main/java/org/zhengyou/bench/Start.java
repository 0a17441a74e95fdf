package org.zhengyou.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One start and stop of the platform without anybody asking anything.
 *
 * @param ready seconds from the start of the process until the front door answered
 * @param resident MB in RAM some seconds later
 * @param stopped seconds from Ctrl-C to the end
 */
record Start(double ready, double resident, double stopped) {
    static double median(List<Start> of, ToDoubleFunction<Start> figure) {
        return Round.median(of.stream().mapToDouble(figure).toArray());
    }
}
