package org.zhengyou.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.zhengyou.bench.EnversPeer.Kind;
import org.zhengyou.bench.HistoryReads.Cell;
import org.zhengyou.bench.SeededPlatform.CaughtUp;
import org.zhengyou.bench.campaign.SeededCampaign;

/**
 * All that {@code bench history} has measured.
 *
 * @param machine names and values of where it was
 * @param large the campaign that everything is about
 * @param small the one beside it
 * @param caughtUp what the platform did with the logs of the large one
 * @param largeReads questions to the large one
 * @param smallReads the same to the small one
 * @param pages how long the peers took for a page as of a date, in microseconds, by size and kind
 * @param rounds medians of commands by who was asked for what
 * @param rebuild a view built anew
 * @param starts commands/s in the first 25 s of load after a start
 * @param resident MB in RAM after the load
 * @param profiles where the CPU of the platform went, by phase
 * @param storeRows rows a second that the store alone takes, by view
 * @param withoutPeer why there is no peer; empty if there is one
 */
record History(
        List<List<String>> machine,
        SeededCampaign large,
        SeededCampaign small,
        CaughtUp caughtUp,
        Map<Question, Map<When, Cell>> largeReads,
        Map<Question, Map<When, Cell>> smallReads,
        Map<PeerPage, Histogram> pages,
        Map<Asked, Round> rounds,
        HistoryRebuild.Seen rebuild,
        List<Double> starts,
        double resident,
        Map<String, Profile> profiles,
        Map<String, Double> storeRows,
        String withoutPeer) {
    /** Clients that send commands at the same time. */
    static final int CLIENTS = 64;

    /** The list that is compared with a page of the peer. */
    static final Question MEMBERS = Question.list("members", "members");

    /** The first seconds of load, as profiles call them. */
    static final String FIRST = "first 25 s of load";

    /** Who was asked for what. */
    record Asked(Workload workload, boolean peer) {}

    /** A page as of a date, of a peer with so many members; {@code now}: without a date. */
    record PeerPage(Kind kind, int members, boolean now) {}

    /** The phase of a rebuild, as profiles call it. */
    static String rebuilding(String view) {
        return "rebuild of " + view;
    }

    /** Where the CPU went in this phase, in words. */
    String why(String phase) {
        Profile profile = profiles.get(phase);
        return profile == null ? "not profiled" : profile.summary();
    }

    boolean hasPeer() {
        return withoutPeer.isEmpty();
    }

    Round round(Workload workload, boolean peer) {
        Round round = rounds.get(new Asked(workload, peer));
        return round == null ? new Round(Map.of()) : round;
    }

    /**
     * What was answered to a question; about a row, that of the first row of the same view, whose
     * key another platform may not know.
     */
    static Optional<Cell> cell(Map<Question, Map<When, Cell>> reads, Question question, When when) {
        return reads.entrySet().stream()
                .filter(e -> e.getKey().title().equals(question.title()))
                .map(Map.Entry::getValue)
                .findFirst()
                .flatMap(cells -> Optional.ofNullable(cells.get(when)));
    }

    /** Milliseconds in which half of the answers of the peer came; NaN if it was not asked. */
    double peerMillis(Kind kind, int members) {
        Histogram micros = pages.get(new PeerPage(kind, members, false));
        return micros == null ? Double.NaN : micros.getValueAtPercentile(50) / 1e3;
    }

    /** The first seconds of load after a start as a share of the warm rate. */
    double startShare() {
        return Round.median(starts.stream().mapToDouble(rate -> rate).toArray())
                / round(Workload.PLAN_ACTIVITY, false).of(Figure.PER_SECOND);
    }
}
