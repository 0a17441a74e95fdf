package org.zhengyou.kit.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives parked facts to their handlers once more, in order per entity, until one fails again. A
 * fact leaves the parking only when it was taken.
 */
final class Replays {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final LiveState live;
    private final Map<String, Handler> handlers = new HashMap<>();

    /** Replays for these handlers. */
    Replays(LiveState live, List<Handler> handlers) {
        this.live = live;
        handlers.forEach(handler -> this.handlers.put(handler.name(), handler));
    }

    /** Replays what somebody asked for. */
    void run() {
        if (live.parking().count() == 0) return;
        for (Parked last : live.parking().wanted()) upTo(last);
    }

    /** While nothing else moves, so that no later fact of the entity overtakes these. */
    private void upTo(Parked last) {
        Lock alone = live.views().work().writeLock();
        alone.lock();
        try {
            for (Parked one : live.parking().upTo(last)) if (!replay(one)) return;
        } finally {
            alone.unlock();
        }
    }

    private boolean replay(Parked one) {
        try {
            take(one);
        } catch (RuntimeException e) {
            if (Handler.isNobodysFault(e)) throw e;
            live.parking().failedAgain(one, e);
            return false;
        }
        live.parking().applied(one);
        LOG.info("{} was taken", one.id());
        return true;
    }

    /** What a handler failed on that no longer exists concerns nobody. */
    private void take(Parked one) {
        Handler handler = handlers.get(one.handler());
        if (handler == null) return;
        List<Arrival> arrival = live.logs().page(one.origin(), one.position() - 1, one.position());
        if (arrival.isEmpty()) throw new IllegalStateException("the log ends before it");
        handler.take(arrival.getFirst());
    }
}
