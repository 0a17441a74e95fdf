package org.zhengyou.kit.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.streaming.SharedThreads;

/**
 * Has the process with the lease look once in a while for what is due by the log's clock, if the
 * views have everything that the service knows.
 */
final class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final long PERIOD_MILLIS = 1_000;
    private static final Duration VIEWS_TAKE = Duration.ofSeconds(2);

    private final LiveState live;
    private final List<DeadlineHandler<?>> handlers = new ArrayList<>();
    private @Nullable ScheduledFuture<?> ticks;

    Deadlines(LiveState live, StuckDeadlines stuck) {
        this.live = live;
        for (Deadline<?> deadline : live.runtime().service().deadlines())
            handlers.add(new DeadlineHandler<>(deadline, live, stuck));
    }

    /** How many rows stay due in spite of their deadline, as far as this process knows. */
    int stuck() {
        return handlers.stream().mapToInt(DeadlineHandler::stuck).sum();
    }

    void start() {
        if (handlers.isEmpty()) return;
        ticks =
                SharedThreads.workers()
                        .scheduleWithFixedDelay(
                                this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop() {
        if (ticks != null) ticks.cancel(false);
    }

    private void tick() {
        if (!live.lease().isValid()) return;
        try {
            live.views().takeOver();
            if (!areSeen()) return;
        } catch (RuntimeException | Error e) { // a schedule ends with the first that is thrown
            LOG.warn("{} looks for what is due later: {}", live.service(), e.toString());
            return;
        }
        handlers.forEach(this::look);
    }

    /** Whether the views contain what this process knows to be recorded. */
    private boolean areSeen() {
        return live.seen().await(Origin.LOG, live.logs().head(Origin.LOG), VIEWS_TAKE)
                && live.seen().await(Origin.INBOX, live.logs().head(Origin.INBOX), VIEWS_TAKE);
    }

    private void look(DeadlineHandler<?> handler) {
        try {
            handler.look(live.runtime().log().clock().instant());
        } catch (RuntimeException | Error e) {
            LOG.warn("{} looks again later: {}", handler.name(), e.toString());
        }
    }
}
