package org.zhengyou.kit.projection;

import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.streaming.EntityKeys;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.Condition;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Puts facts into the logs of a service, and reads them all back. */
public final class Facts {
    private final ServiceRuntime runtime;

    /** The facts of this service. */
    public Facts(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    /** Appends an own event about a letter, true from this instant on. Its position. */
    public long happens(Object event, LetterId letter, Instant effectiveAt) {
        String type = runtime.names().name(event.getClass());
        String payload = runtime.codec().write(event);
        return happens(type, payload, letter, effectiveAt);
    }

    /** Appends an own event with any payload. */
    public long happens(String type, String payload, LetterId letter, Instant effectiveAt) {
        NewEvent event =
                new NewEvent(
                        UUID.randomUUID().toString(),
                        type,
                        "1",
                        effectiveAt,
                        Set.of("letter=" + letter.value()),
                        Map.of("actor", "somebody", "correlation", "talk"),
                        payload);
        return runtime.log().append(List.of(event), Condition.none());
    }

    /** Puts a foreign event into the inbox, as if it had come from Kafka. Its position there. */
    public long learns(
            String source,
            long position,
            Object event,
            String entity,
            Instant effectiveAt,
            Instant recordedAt) {
        NewEvent learnt =
                new NewEvent(
                        source + "-" + position,
                        source + "." + event.getClass().getSimpleName(),
                        "1",
                        effectiveAt,
                        Set.of(EntityKeys.inboxTag(source, entity)),
                        Map.of(
                                EventCodec.SOURCE,
                                source,
                                EventCodec.SOURCE_POSITION,
                                Long.toString(position),
                                EventCodec.SOURCE_RECORDED_AT,
                                recordedAt.toString()),
                        runtime.codec().write(event));
        return runtime.inbox().append(List.of(learnt), Condition.none());
    }

    /** Waits until the views have seen everything in both logs. */
    public void areSeen() {
        LivePart part = (LivePart) runtime.parts().getFirst();
        long log = runtime.log().head();
        long inbox = runtime.inbox().head();
        Eventually.eventually(
                "views have seen " + log + " and " + inbox,
                () -> part.positions().log() >= log && part.positions().inbox() >= inbox);
    }

    /** All of them, in the order in which they lie there. */
    public List<Fact<?>> all() {
        List<Fact<?>> facts = new ArrayList<>();
        for (StoredEvent event : runtime.log().page(0, Integer.MAX_VALUE))
            facts.addAll(runtime.codec().own(event));
        for (StoredEvent event : runtime.inbox().page(0, Integer.MAX_VALUE))
            facts.addAll(runtime.codec().foreign(event));
        return facts;
    }

    /** The rows of a view, rebuilt in memory from those facts that are admitted. */
    public <R extends Record> Map<String, R> rebuilt(View<R, ?> view, Predicate<Fact<?>> admitted) {
        MemoryRows<R> rows = new MemoryRows<>(view);
        all().stream().filter(admitted).forEach(rows::fold);
        return rows.all();
    }
}
