package org.zhengyou.kit.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.KeyReusedException;

/**
 * One deadline: walks over the rows that are due and sends the command of each. A row is found as
 * long as it is due; what is stuck is passed over.
 */
final class DeadlineHandler<A extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineHandler.class);
    private static final String STILL_DUE = "STILL_DUE";

    private final Deadline<A> deadline;
    private final LiveState live;
    private final StuckDeadlines stuck;
    private final LiveView<?> view;
    private final Set<String> sent = new HashSet<>();
    private volatile int stuckNow;

    DeadlineHandler(Deadline<A> deadline, LiveState live, StuckDeadlines stuck) {
        this.deadline = deadline;
        this.live = live;
        this.stuck = stuck;
        this.view = live.views().find(deadline.view());
        if (!view.isDueIndexed())
            throw new IllegalArgumentException(
                    view.name() + " must answer and index an instant " + Deadline.DUE_AT);
    }

    String name() {
        return "deadline/" + deadline.name();
    }

    /** How many rows stay due in spite of it, as far as this process knows. */
    int stuck() {
        return stuckNow;
    }

    /**
     * Sends what is due by now. The view has everything that was recorded when this begins.
     *
     * @throws RuntimeException if it should be looked again, without anybody's fault
     */
    void look(Instant now) {
        Table<?> table = view.isUnbuilt() ? null : view.table();
        if (table == null) return;
        Set<String> known = stuck.of(deadline.name());
        Set<String> found = new HashSet<>();
        boolean all =
                table.due(
                        now,
                        due -> {
                            found.add(id(due));
                            return known.contains(id(due)) || take(known, due);
                        });
        if (!all) return;
        Set<String> over = new HashSet<>(known);
        over.removeAll(found);
        stuck.forget(over);
        known.removeAll(over);
        sent.retainAll(found);
        stuckNow = known.size();
    }

    private String id(Due.Row due) {
        return name() + '/' + due.at() + '/' + due.key();
    }

    /** Whether there may be more to do in this process. */
    private boolean take(Set<String> known, Due.Row due) {
        if (!live.lease().isValid() || !live.patience().pause(Duration.ZERO)) return false;
        String id = id(due);
        if (sent.remove(id)) {
            LOG.warn("{} was sent and its row is due as before", id);
            put(known, due, STILL_DUE, null);
            return true;
        }
        for (int attempt = 0; ; attempt++) {
            try {
                send(due);
                sent.add(id);
                return true;
            } catch (RuntimeException e) {
                if (Handler.isNobodysFault(e)) throw e;
                if (isFinal(e) || attempt == live.patience().attempts()) {
                    put(known, due, why(e), e);
                    return true;
                }
                live.patience().pause(attempt);
            }
        }
    }

    private void send(Due.Row due) {
        String actor = "policy:" + deadline.name();
        try {
            live.runtime()
                    .commands()
                    .send(
                            CommandEnvelope.of(command(due), new Actor(actor, Set.of()))
                                    .effective(due.at())
                                    .once(actor + ':' + due.at() + ':' + due.key()));
        } catch (KeyReusedException e) {
            LOG.warn("{} would now send another command than it once did", id(due));
        }
    }

    @SuppressWarnings("unchecked") // the view of that class answers so
    private Object command(Due.Row due) {
        return deadline.command(due.key(), (A) due.answer());
    }

    /** A rule says no, and not only "not yet". */
    private static boolean isFinal(RuntimeException e) {
        if (!(e instanceof Refusal refusal)) return false;
        return switch (refusal.code()) {
            case CONCURRENT_CHANGE, RESULT_MISSING -> false;
            default -> true;
        };
    }

    private static String why(RuntimeException e) {
        return e instanceof Refusal refusal
                ? refusal.code() + "/" + refusal.clause()
                : e.getClass().getName();
    }

    private void put(
            Set<String> known, Due.Row due, String why, @Nullable RuntimeException failure) {
        String id = id(due);
        String at = failure == null || failure instanceof Refusal ? "" : Parking.place(failure);
        String since = live.runtime().log().clock().instant().toString();
        stuck.put(
                new StuckDeadline(
                        id, deadline.name(), due.key(), due.at().toString(), why, at, since));
        known.add(id);
        LOG.warn("{} is stuck: {} {}", id, why, at);
    }
}
