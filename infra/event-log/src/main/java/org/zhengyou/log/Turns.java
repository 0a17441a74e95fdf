package org.zhengyou.log;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Processes that keep losing positions to one another take turns for a while. Only a hint: safety
 * is the unique position alone, and whoever cannot get a turn soon writes without one. A process
 * that has the log to itself never gets this far.
 *
 * <p>The turn is a short lease in a document beside the log, <code>
 * {_id: "turn", f: number, o: whose turn, q: [who waits]}</code>. The number grows with every
 * change and fences off whoever slept through the end of its turn. No clocks are compared: a turn
 * whose number stays the same for too long by the waiting process's own clock is taken over.
 */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final String NOBODY = "";
    private static final Bson ID = Filters.eq("_id", "turn");
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long ABANDONED_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long OFTEN_NANOS = TimeUnit.MICROSECONDS.toNanos(250);
    private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MANY = 3;

    private final MongoCollection<Document> beside;
    private final long patience;
    private final String me = UUID.randomUUID().toString();
    private boolean mine;
    private boolean said;
    private long number = -1;
    private long since;
    private int losses;
    private long lostAt = System.nanoTime();

    /**
     * Turns kept in this collection.
     *
     * @param patience how long to wait for one at most
     */
    Turns(MongoCollection<Document> beside, Duration patience) {
        this.patience = patience.toNanos();
        this.beside =
                beside.withReadPreference(ReadPreference.primary())
                        .withWriteConcern(WriteConcern.W1)
                        .withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Another process took a position that was wanted here. */
    void lost() {
        boolean again = System.nanoTime() - lostAt < MEMORY_NANOS;
        losses = again ? losses + 1 : 1;
        lostAt = System.nanoTime();
    }

    private boolean contended() {
        return losses >= MANY && System.nanoTime() - lostAt < MEMORY_NANOS;
    }

    /**
     * Waits for a turn, if there are others to take turns with, but not for long.
     *
     * @param meanwhile is run now and then
     * @return whether others may have had theirs since this was last called
     */
    boolean await(Runnable meanwhile) {
        if (mine || !contended()) {
            return false;
        }
        try {
            long own = number;
            waitFor(meanwhile);
            return !mine || number != own + 1;
        } catch (RuntimeException e) {
            failed("no turn can be had, so none is waited for", e);
            return true;
        }
    }

    private void waitFor(Runnable meanwhile) {
        long start = System.nanoTime();
        long seen = -1;
        long unchangedSince = start;
        while (!mine && System.nanoTime() - start < patience) {
            Document turn = look();
            if (turn.getLong("f") != seen) {
                seen = turn.getLong("f");
                unchangedSince = System.nanoTime();
            }
            boolean abandoned = System.nanoTime() - unchangedSince > ABANDONED_NANOS;
            String whose = turn.getString("o");
            if (whose.equals(me)) {
                begin(seen);
            } else if (abandoned || whose.equals(NOBODY)) {
                if (change(seen, me)) {
                    begin(seen + 1);
                }
            } else {
                lostAt = System.nanoTime(); // there are others still
                await(waiting(turn), unchangedSince, meanwhile);
            }
        }
    }

    /**
     * The longer the queue before this process, the longer; but when its turn is near, not long.
     */
    private void await(List<String> waiting, long turnSince, Runnable meanwhile) {
        if (!waiting.contains(me)) {
            beside.updateOne(ID, Updates.addToSet("q", me));
        }
        int before = Math.max(0, waiting.indexOf(me));
        long left = TURN_NANOS - (System.nanoTime() - turnSince);
        if (before == 0 && left < LOOK_NANOS) {
            LockSupport.parkNanos(OFTEN_NANOS);
        } else {
            meanwhile.run();
            LockSupport.parkNanos(LOOK_NANOS * (1 + before * 4L));
        }
    }

    private Document look() {
        Document turn = beside.find(ID).first();
        if (turn != null) {
            return turn;
        }
        Bson fresh =
                Updates.combine(Updates.setOnInsert("f", 0L), Updates.setOnInsert("o", NOBODY));
        beside.updateOne(ID, fresh, new UpdateOptions().upsert(true));
        return Objects.requireNonNull(beside.find(ID).first());
    }

    private static List<String> waiting(Document turn) {
        return turn.getList("q", String.class, List.of());
    }

    private void begin(long fencing) {
        mine = true;
        number = fencing;
        since = System.nanoTime();
    }

    /** Compare-and-set on the number. */
    private boolean change(long seen, String whose) {
        Bson next =
                Updates.combine(
                        Updates.set("o", whose),
                        Updates.set("f", seen + 1),
                        Updates.pull("q", whose));
        return beside.updateOne(Filters.and(ID, Filters.eq("f", seen)), next).getModifiedCount()
                == 1;
    }

    /** Hands the turn on if it has lasted long enough. */
    void endIfOver() {
        if (mine && System.nanoTime() - since > TURN_NANOS) {
            end();
        }
    }

    /** How long a turn lasts. */
    static long nanos() {
        return TURN_NANOS;
    }

    /** Whether this process has the turn, as far as it knows. */
    boolean mine() {
        return mine;
    }

    /** Hands the turn to who has waited longest. */
    void end() {
        if (!mine) {
            return;
        }
        mine = false;
        try {
            List<String> waiting = waiting(look());
            if (!waiting.isEmpty()) {
                lostAt = System.nanoTime();
            }
            if (change(number, waiting.isEmpty() ? NOBODY : waiting.getFirst())) {
                number++;
            }
        } catch (RuntimeException e) {
            failed("the turn was not handed on and will be taken over", e);
        }
    }

    /**
     * A hint must not stop anybody. That a server is away is said by whoever appends; that it
     * refuses turns, or keeps none that make sense, is said once.
     */
    private void failed(String what, RuntimeException cause) {
        boolean away = cause instanceof MongoException && !(cause instanceof MongoServerException);
        LOG.atLevel(away || said ? Level.DEBUG : Level.WARN).setCause(cause).log(what);
        said |= !away;
    }
}
