package org.zhengyou.kit.projection;

import java.time.Instant;
import java.util.List;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.streaming.EntityKeys;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/** The two logs of a service, read as arrivals. */
final class Logs {
    private static final int PAGE = 256;

    private final EventLog log;
    private final EventLog inbox;
    private final EventCodec codec;
    private final EntityKeys entities;

    Logs(ServiceRuntime runtime, EntityKeys entities) {
        this.log = runtime.log();
        this.inbox = runtime.inbox();
        this.codec = runtime.codec();
        this.entities = entities;
    }

    /** Position of the last event. */
    long head(Origin origin) {
        return log(origin).head();
    }

    /** The next arrivals after a position, up to another at most; none if there are no more. */
    List<Arrival> page(Origin origin, long after, long upTo) {
        int most = (int) Math.min(PAGE, upTo - after);
        if (most <= 0) return List.of();
        return arrivals(origin, log(origin).page(after, most));
    }

    /** These events as arrivals. */
    List<Arrival> arrivals(Origin origin, List<StoredEvent> events) {
        return events.stream().map(event -> arrival(origin, event)).toList();
    }

    /** The log itself. */
    EventLog log(Origin origin) {
        return origin == Origin.LOG ? log : inbox;
    }

    private Arrival arrival(Origin origin, StoredEvent event) {
        return origin == Origin.LOG
                ? new Arrival(
                        origin, event, entities.globalOfOwn(event), event.recordedAt(), codec::own)
                : new Arrival(
                        origin,
                        event,
                        EntityKeys.globalOfForeign(event),
                        recordedBySource(event),
                        codec::foreign);
    }

    private static Instant recordedBySource(StoredEvent event) {
        String said = event.metadata().get(EventCodec.SOURCE_RECORDED_AT);
        return said == null ? event.recordedAt() : Instant.parse(said);
    }
}
