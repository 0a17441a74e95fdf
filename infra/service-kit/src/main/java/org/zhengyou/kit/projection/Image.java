package org.zhengyou.kit.projection;

import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.View;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rows of one view at one cut, folded in memory from the logs. Asked again, it folds only what
 * was appended since; and if it follows the clock, what has become true since. So a question that
 * runs out of time does not begin at zero next time.
 */
final class Image<R extends Record> {
    private final View<R, ?> view;
    private final Logs logs;
    private final boolean followsClock;
    private final Map<String, StoredRow<R>> rows = new TreeMap<>();
    private final Set<String> blocked = new HashSet<>();
    private final Queue<Arrival> notYetTrue =
            new PriorityQueue<>(Comparator.comparing(Arrival::effectiveAt));
    private Positions at = Positions.NOWHERE;

    /**
     * An image without any fact.
     *
     * @param followsClock whether each question's cut is as of a later instant than the one before;
     *     otherwise all have the same cut
     */
    Image(View<R, ?> view, Logs logs, boolean followsClock) {
        this.view = view;
        this.logs = logs;
        this.followsClock = followsClock;
    }

    /**
     * Brings the rows up to the cut and the heads of the logs, and reads them.
     *
     * @throws ProblemException {@code TIME_LIMIT_EXCEEDED}
     */
    synchronized <T> T read(
            Cut cut, Duration limit, Function<Map<String, StoredRow<R>>, T> reader) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Origin origin : Origin.values()) {
            long head = logs.head(origin);
            for (var page = logs.page(origin, at.of(origin), head);
                    !page.isEmpty();
                    page = logs.page(origin, at.of(origin), head)) {
                take(page, cut);
                at = at.with(origin, page.getLast().stored().position());
                if (System.nanoTime() - deadline > 0) throw tooLong();
            }
        }
        takeWhatIsTrueNow(cut);
        return reader.apply(rows);
    }

    /** Up to where it has read the logs. */
    synchronized Positions at() {
        return at;
    }

    private void take(List<Arrival> page, Cut cut) {
        List<Arrival> admitted = new ArrayList<>();
        for (Arrival arrival : page) {
            if (cut.admits(arrival.effectiveAt(), arrival.recordedAt())) admitted.add(arrival);
            else if (followsClock && !arrival.recordedAt().isAfter(cut.knownAt()))
                notYetTrue.add(arrival);
        }
        fold(admitted);
    }

    private void takeWhatIsTrueNow(Cut cut) {
        List<Arrival> now = new ArrayList<>();
        for (Arrival next = notYetTrue.peek();
                next != null && cut.admits(next.effectiveAt(), next.recordedAt());
                next = notYetTrue.peek()) {
            now.add(next);
            notYetTrue.remove();
        }
        if (!now.isEmpty()) fold(now);
    }

    private void fold(List<Arrival> arrivals) {
        Fold.Folded<R> folded = Fold.of(view, arrivals, Set.copyOf(blocked)).on(rows);
        folded.fold().failed().keySet().forEach(arrival -> blocked.add(arrival.entity()));
        rows.putAll(folded.changed());
    }

    private static ProblemException tooLong() {
        return ProblemException.of(
                ProblemKind.TIME_LIMIT_EXCEEDED,
                "the past is still being read; ask again to go on from there");
    }
}
