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
    private final LiveState live;
    private final ViewMeters meters;

    Projector(Origin origin, String processor, LiveState live, ViewMeters meters) {
        this.origin = origin;
        this.processor = processor;
        this.live = live;
        this.meters = meters;
    }

    @Override
    public void resume(long position) {
        live.views().takeOver();
        live.seen().advance(origin, position);
    }

    @Override
    public void handle(List<StoredEvent> events) {
        live.views().takeOver();
        List<Arrival> arrivals = live.logs().arrivals(origin, events);
        live.views().work().readLock().lock();
        try {
            live.folding().parts(arrivals).forEach(this::project);
            live.seen().advance(origin, events.getLast().position());
        } finally {
            live.views().work().readLock().unlock();
        }
        if (origin == Origin.LOG) meters.visible(events);
    }

    /** A view without a table is being built anew; the rebuild takes these, too. */
    private void project(List<Arrival> arrivals) {
        Map<String, Folding<?>> foldings = new LinkedHashMap<>();
        for (LiveView<?> view : live.views().all()) {
            String handler = handler(view);
            view.folding(live.parking().blocked(handler))
                    .ifPresent(one -> foldings.put(handler, one));
        }
        live.folding().run(List.copyOf(foldings.values()), arrivals);
        foldings.forEach(
                (handler, one) ->
                        live.parking().park(processor, handler, one.failed(), one.behind()));
    }

    /** The name under which facts are parked that a view could not take. */
    static String handler(LiveView<?> view) {
        return "view/" + view.name();
    }
}
