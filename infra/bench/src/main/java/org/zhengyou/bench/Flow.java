package org.zhengyou.bench;

import java.util.List;
import java.util.Map;

/**
 * All that {@code bench flow} has measured.
 *
 * @param machine names and values of where it was
 * @param first starts on an empty folder
 * @param later starts on a folder that was used
 * @param warming rounds of {@link #BUSY} before those that count, by the seconds of load before
 *     their end
 * @param rounds medians by what was asked
 * @param idle cores the platform keeps busy after the load, with nobody asking
 * @param resident MB in RAM after the load
 * @param stopped seconds from Ctrl-C to the end after the load
 * @param parts CPU of the raw parts in ms
 */
record Flow(
        List<List<String>> machine,
        List<Start> first,
        List<Start> later,
        Map<Long, Round> warming,
        Map<Ask, Round> rounds,
        double idle,
        double resident,
        double stopped,
        Map<String, Double> parts) {

    /** The target of 1,500 commands a second is about this one. */
    static final Ask BUSY = new Ask(Workload.PLAN_ACTIVITY, 64);

    /** The same with so few clients that there are cores to spare. */
    static final Ask FEW = new Ask(Workload.PLAN_ACTIVITY, 8);

    /**
     * What was asked in a round.
     *
     * @param workload which command
     * @param clients by how many clients at the same time
     */
    record Ask(Workload workload, int clients) {}

    /** The same with the CPU of the raw parts. */
    Flow with(Map<String, Double> cpuOfParts) {
        return new Flow(
                machine, first, later, warming, rounds, idle, resident, stopped, cpuOfParts);
    }

    Round busy() {
        return round(BUSY);
    }

    /** The medians of what was asked. */
    Round round(Ask ask) {
        Round round = rounds.get(ask);
        if (round == null) throw new IllegalStateException("not measured: " + ask);
        return round;
    }
}
