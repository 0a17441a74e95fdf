package org.zhengyou.kit.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.runtime.Looking;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.EventLog;

/**
 * Live rows for decisions. In the process with the lease they come from memory where they were used
 * recently; in others from the store.
 */
final class LiveKnowledge implements Knowledge {
    private static final long ASK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration ANNOUNCED_WITHIN = Duration.ofMillis(500);

    /** Another process may have appended a moment ago. */
    private static final Duration LEARNT_WITHIN = Duration.ofMillis(800);

    private final LiveState live;
    private final Watermarks watermarks;

    LiveKnowledge(LiveState live, Watermarks watermarks) {
        this.live = live;
        this.watermarks = watermarks;
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> type, String key) {
        return find(type, key).row();
    }

    @Override
    public <R extends Record> Map<String, R> lookAll(
            Class<? extends View<R, ?>> type, Collection<String> keys) {
        Map<String, R> rows = new LinkedHashMap<>();
        findAll(type, keys).forEach((key, found) -> rows.put(key, found.row()));
        return rows;
    }

    /** The row with this key as it is now, and of what it was made. */
    <R extends Record> StoredRow<R> find(Class<? extends View<R, ?>> type, String key) {
        return table(type).find(key);
    }

    /** The rows with these keys as they are now, and of what each was made; in the order asked. */
    <R extends Record> Map<String, StoredRow<R>> findAll(
            Class<? extends View<R, ?>> type, Collection<String> keys) {
        return table(type).findAll(keys);
    }

    private <R extends Record> Table<R> table(Class<? extends View<R, ?>> type) {
        if (!live.seen().isKept()) live.views().readAt(live.seen().now());
        LiveView<R> view = live.views().of(type);
        Table<R> table = view.table();
        if (table == null) throw Answers.notBuilt(view);
        return table;
    }

    @Override
    public Looking looking(Basis atLeast) {
        live.seen().await(Origin.LOG, atLeast.log(), ANNOUNCED_WITHIN);
        live.seen().await(Origin.INBOX, atLeast.inbox(), ANNOUNCED_WITHIN);
        Positions now = live.seen().now();
        return new LiveLooking(this, new Basis(now.log(), now.inbox()));
    }

    @Override
    public boolean await(String source, long position, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        if (source.equals(live.service())) {
            if (!isThere(position, limit)) return false;
            return live.seen().await(Origin.LOG, position, left(deadline));
        }
        if (!live.sources().contains(source)) return true;
        Watermarks.Mark mark = watermarks.of(source);
        while (mark.position() < position) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted())
                return false;
            LockSupport.parkNanos(ASK_EVERY_NANOS);
            mark = watermarks.of(source);
        }
        return live.seen().await(Origin.INBOX, mark.inbox(), left(deadline));
    }

    /** Waits until it lies in the log; nobody has been told of a position that does not. */
    private boolean isThere(long position, Duration limit) {
        EventLog log = live.runtime().log();
        long begun = System.nanoTime();
        while (log.head() < position) {
            long waited = System.nanoTime() - begun;
            if (waited > LEARNT_WITHIN.toNanos()) throw beyond(log.head());
            if (waited > limit.toNanos() || Thread.currentThread().isInterrupted()) return false;
            LockSupport.parkNanos(ASK_EVERY_NANOS);
        }
        return true;
    }

    private ProblemException beyond(long head) {
        return ProblemException.malformed(
                "after",
                "lies behind the end of the log, which is %1$s | 超出账本末尾，末尾为 %1$s"
                        .formatted(live.service() + ":" + head));
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
