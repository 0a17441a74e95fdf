package org.zhengyou.kit.projection;

import com.mongodb.MongoException;
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

    private final Parking parking;
    private final Logs logs;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Lock alone;

    /**
     * Replays for these handlers.
     *
     * @param alone held while facts of one entity are replayed, so that none overtakes them
     */
    Replays(Parking parking, Logs logs, List<Handler> handlers, Lock alone) {
        this.parking = parking;
        this.logs = logs;
        this.alone = alone;
        handlers.forEach(handler -> this.handlers.put(handler.name(), handler));
    }

    /** Replays what somebody asked for. */
    void run() {
        if (parking.count() == 0) return;
        for (Parked last : parking.wanted()) upTo(last);
    }

    private void upTo(Parked last) {
        alone.lock();
        try {
            for (Parked one : parking.upTo(last)) if (!replay(one)) return;
        } finally {
            alone.unlock();
        }
    }

    private boolean replay(Parked one) {
        try {
            take(one);
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            parking.failedAgain(one, e);
            return false;
        }
        parking.applied(one);
        LOG.info("{} was taken", one.id());
        return true;
    }

    /** What a handler failed on that no longer exists concerns nobody. */
    private void take(Parked one) {
        Handler handler = handlers.get(one.handler());
        if (handler == null) return;
        List<Arrival> arrival = logs.page(one.origin(), one.position() - 1, one.position());
        if (arrival.isEmpty()) throw new IllegalStateException("the log ends before it");
        handler.take(arrival.getFirst());
    }
}
