package org.zhengyou.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.zhengyou.bench.subject.Writers;

/**
 * What came out of one measurement: events, how fast, at what cost.
 *
 * @param perSecond events
 * @param p50 milliseconds; likewise p99
 * @param client CPU of the processes that were told to do it, in microseconds per event
 * @param server CPU of the server, in microseconds per event
 * @param others cores kept busy by anybody else
 * @param together events written at a time; 0 if nobody counted
 */
record Appended(
        double perSecond,
        double p50,
        double p99,
        double client,
        double server,
        double others,
        double together) {

    /** Of several processes that did the same at the same time. */
    static Appended of(List<Map<String, Double>> all, CpuUse used) {
        double events = sum(all, Writers.EVENTS);
        double seconds = all.stream().mapToDouble(m -> of(m, Writers.SECONDS)).max().orElse(0);
        return new Appended(
                events / seconds,
                sum(all, Writers.P50) / all.size(),
                all.stream().mapToDouble(m -> of(m, Writers.P99)).max().orElse(0),
                1e6 * used.self() / events,
                1e6 * used.process() / events,
                used.others() / seconds,
                sum(all, LogAppends.TOGETHER) / all.size());
    }

    private static double sum(List<Map<String, Double>> all, String figure) {
        return all.stream().mapToDouble(m -> of(m, figure)).sum();
    }

    private static double of(Map<String, Double> figures, String figure) {
        return figures.getOrDefault(figure, 0.0);
    }

    /** The median of each figure for itself. */
    static Appended median(List<Appended> rounds) {
        return new Appended(
                median(rounds, Appended::perSecond),
                median(rounds, Appended::p50),
                median(rounds, Appended::p99),
                median(rounds, Appended::client),
                median(rounds, Appended::server),
                median(rounds, Appended::others),
                median(rounds, Appended::together));
    }

    private static double median(List<Appended> rounds, ToDoubleFunction<Appended> figure) {
        return Round.median(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Microseconds of CPU per event, of client and server. */
    double cpu() {
        return client + server;
    }

    /** Microseconds from one event to the next. */
    double micros() {
        return 1e6 / perSecond;
    }

    /** Where the time goes, for a sentence. */
    String cost() {
        return "%.0f µs of CPU per event (client %.0f, server %.0f)"
                .formatted(cpu(), client, server);
    }
}
