package org.zhengyou.kit.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.streaming.BatchHandler;
import org.zhengyou.log.StoredEvent;

/** Brings what one log says into the rows of all views. */
final class Projector implements BatchHandler {
    private final Origin origin;
    private final String processor;
    private final Logs logs;
    private final LiveViews views;
    private final Parking parking;
    private final Seen seen;
    private final BatchFold folding;
    private final ViewMeters meters;

    Projector(
            Origin origin,
            String processor,
            Logs logs,
            LiveViews views,
            Parking parking,
            Seen seen,
            BatchFold folding,
            ViewMeters meters) {
        this.origin = origin;
        this.processor = processor;
        this.logs = logs;
        this.views = views;
        this.parking = parking;
        this.seen = seen;
        this.folding = folding;
        this.meters = meters;
    }

    @Override
    public void handle(List<StoredEvent> events) {
        views.takeOver();
        List<Arrival> arrivals = logs.arrivals(origin, events);
        views.work().readLock().lock();
        try {
            project(arrivals);
            seen.advance(origin, events.getLast().position());
        } finally {
            views.work().readLock().unlock();
        }
        if (origin == Origin.LOG) meters.visible(events);
    }

    /** A view without a table is being built anew; the rebuild takes these, too. */
    private void project(List<Arrival> arrivals) {
        Map<String, Folding<?>> foldings = new LinkedHashMap<>();
        for (LiveView<?> view : views.all()) {
            String handler = handler(view);
            view.folding(parking.blocked(handler)).ifPresent(one -> foldings.put(handler, one));
        }
        folding.run(List.copyOf(foldings.values()), arrivals);
        foldings.forEach(
                (handler, one) -> parking.park(processor, handler, one.failed(), one.behind()));
    }

    /** The name under which facts are parked that a view could not take. */
    static String handler(LiveView<?> view) {
        return "view/" + view.name();
    }
}
