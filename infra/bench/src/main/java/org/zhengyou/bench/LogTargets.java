package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.List;

/** What the log is to reach, as ratios to what was measured beside it. */
record LogTargets(LogResults results) {
    List<List<String>> rows() {
        Appended busy = results.append(LogSubject.LOG, 1, 64);
        Appended single = results.append(LogSubject.LOG, 1, 1);
        Appended shared = results.append(LogSubject.LOG, 1, LogCommand.SHARED_WRITERS);
        Appended four = results.append(LogSubject.LOG, 4, LogCommand.SHARED_WRITERS / 4);
        Appended alone = results.append(LogSubject.LOG, 1, LogCommand.SHARED_WRITERS / 4);
        Appended many = results.append(LogSubject.INSERT_MANY, 1, 1);
        Appended half = results.append(LogSubject.INSERT_HALF, 1, 1);
        Appended one = results.append(LogSubject.INSERT_ONE, 1, 1);
        Appended mongo = results.append(LogSubject.AXON_MONGO, 1, 64);
        Appended replay = results.read(LogHistory.REPLAY);
        Appended replayMongo = results.read(LogHistory.REPLAY_MONGO);
        Appended cursor = results.read(LogHistory.CURSOR);
        List<List<String>> rows = new ArrayList<>();
        String bound =
                "; raw insertMany of 64 is no more than %.1f times axon-mongo, for the server forces what all its writers wait for together"
                        .formatted(many.perSecond() / mongo.perSecond());
        ratio(rows, 8, "64 writers, times axon-mongo", busy, mongo, bound);
        ratio(
                rows,
                0.85,
                "64 writers, times insertMany of 64",
                busy,
                many,
                "; insertMany of %d is no more than %.2f times that, and callers that wait for their answers make no larger batches: one half is written while the other gets ready"
                        .formatted(LogAppends.HALF, half.perSecond() / many.perSecond()));
        ratio(
                rows,
                0.85,
                "64 writers, times insertMany at the same batch, %d".formatted(LogAppends.HALF),
                busy,
                half,
                inTurn(busy));
        ratio(rows, 0.9, "1 writer, times insertOne", single, one, inTurn(single));
        rows.add(chain(busy));
        ratio(
                rows,
                0.6,
                "4 processes of 8 writers, times one of 32",
                four,
                shared,
                writes(four, shared, alone));
        ratio(rows, 10, "replay, times axon-mongo", replay, replayMongo, "");
        ratio(rows, 0.7, "replay, times a raw cursor with the same decoding", replay, cursor, "");
        rows.add(growth());
        rows.add(verify());
        return rows;
    }

    private static void ratio(
            List<List<String>> rows,
            double limit,
            String what,
            Appended ours,
            Appended theirs,
            String more) {
        double ratio = ours.perSecond() / theirs.perSecond();
        if (Double.isNaN(ratio)) {
            rows.add(List.of(what, "≥ " + limit, "–", "not measured"));
            return;
        }
        String why = "%s, there %s%s".formatted(ours.cost(), theirs.cost(), more);
        rows.add(Target.atLeast(limit, what, ratio).row(why));
    }

    /** Whether it waits rather than works. */
    private static String inTurn(Appended ours) {
        return "; %.1f events per write, client and server take turns and keep %.2f cores busy together"
                .formatted(ours.together(), ours.cpu() * ours.perSecond() / 1e6);
    }

    private static String writes(Appended four, Appended one, Appended alone) {
        return "; %.1f events per write, there %.1f: one process of 8 writers that has the log to itself is no more than %.2f times one of 32"
                .formatted(four.together(), one.together(), alone.perSecond() / one.perSecond());
    }

    /** By how much there would be more events without the hashes. */
    private List<String> chain(Appended busy) {
        Appended unhashed = results.append(LogSubject.LOG_UNHASHED, 1, 64);
        double lost = 100 * (1 - busy.perSecond() / unhashed.perSecond());
        String why =
                "%s; canonical bytes, leaf and hash alone take %.1f µs of it"
                        .formatted(busy.cost(), results.read(LogHistory.HASH).micros());
        return Target.atMost(3, "the chain, % of the events/s without hashes", lost).row(why);
    }

    /** Of the CPU that an append takes in client and server with 64 writers. */
    static double chainShare(LogResults results) {
        double hash = results.read(LogHistory.HASH).micros();
        return hash / results.append(LogSubject.LOG, 1, 64).cpu();
    }

    private List<String> growth() {
        Appended old = results.read(LogHistory.OLD);
        Appended young = results.read(LogHistory.YOUNG);
        String why = "%s, in a young log %s".formatted(old.cost(), young.cost());
        return Target.atMost(
                        1.2,
                        "cost of an event in a log of %,d, times one of 10,000"
                                .formatted(results.events()),
                        old.micros() / young.micros())
                .row(why);
    }

    private List<String> verify() {
        Appended verify = results.read(LogHistory.VERIFY);
        Appended hash = results.read(LogHistory.HASH);
        int cores = Runtime.getRuntime().availableProcessors();
        String why =
                "an event takes %.1f µs: in that time %.1f µs of CPU in the client, of which the chain %.1f and fetching and decoding the rest, and %.1f µs in the server; with %d cores always busy it would be %.2f times"
                        .formatted(
                                verify.micros(),
                                verify.client(),
                                hash.micros(),
                                verify.server(),
                                cores,
                                cores * hash.micros() / verify.cpu());
        return Target.atLeast(
                        0.6,
                        "verify, times the chain alone on one core",
                        verify.perSecond() / hash.perSecond())
                .row(why);
    }
}
