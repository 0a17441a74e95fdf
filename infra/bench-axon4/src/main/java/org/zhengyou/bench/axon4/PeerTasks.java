package org.zhengyou.bench.axon4;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoTrackingToken;
import org.jspecify.annotations.Nullable;
import org.zhengyou.bench.subject.Sample;
import org.zhengyou.bench.subject.Worker.Task;
import org.zhengyou.bench.subject.Writers;
import org.zhengyou.bench.subject.Writers.Write;

/** What the peers are told to do. */
final class PeerTasks {
    private static final int TOGETHER = 500;

    /** The default of axon-mongo for how long an event may become visible late. */
    private static final int LOOK_BACK_MILLIS = 1_000;

    private final EventStorageEngine mongo;
    private final @Nullable EventStorageEngine jdbc;
    private final AtomicLong next = new AtomicLong();
    private @Nullable TrackingToken replayed;
    private @Nullable TrackingToken head;

    PeerTasks(EventStorageEngine mongo, @Nullable EventStorageEngine jdbc) {
        this.mongo = mongo;
        this.jdbc = jdbc;
    }

    Map<String, Task> byName() {
        Map<String, Task> tasks = new HashMap<>();
        tasks.put("append-mongo", words -> append(mongo, words));
        tasks.put("fill-mongo", words -> fill(Long.parseLong(words.getFirst())));
        tasks.put("load-mongo", words -> load(words.get(0), Integer.parseInt(words.get(1))));
        tasks.put("replay-mongo", words -> replay(Double.parseDouble(words.getFirst())));
        tasks.put("poll-mongo", words -> poll(Integer.parseInt(words.getFirst())));
        EventStorageEngine other = jdbc;
        if (other != null) tasks.put("append-jdbc", words -> append(other, words));
        return tasks;
    }

    private static Map<String, Double> result(long events, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return Map.of(Writers.EVENTS, (double) events, Writers.SECONDS, seconds);
    }

    /** Each writer appends to entities of its own. */
    private Map<String, Double> append(EventStorageEngine engine, List<String> words) {
        int writers = Integer.parseInt(words.get(1));
        String[] entities = new String[writers];
        int[] sequences = new int[writers];
        Write write =
                writer -> {
                    if (sequences[writer] % Sample.PER_ENTITY == 0) {
                        entities[writer] = UUID.randomUUID().toString();
                        sequences[writer] = 0;
                    }
                    engine.appendEvents(
                            Peers.event(
                                    entities[writer], sequences[writer]++, next.getAndIncrement()));
                    return 1;
                };
        return Writers.during(Double.parseDouble(words.get(2)), writers, write);
    }

    /** A history with one event per millisecond; event n is about {@code Sample.entity(n)}. */
    private Map<String, Double> fill(long events) {
        long begun = System.nanoTime();
        Instant first = Instant.now().minusMillis(events);
        Map<String, Long> sequences = new HashMap<>();
        Map<String, Long> recent = new LinkedHashMap<>();
        List<DomainEventMessage<?>> some = new ArrayList<>();
        for (long n = 0; n < events; n++) {
            String entity = Sample.entity(n);
            long sequence = sequences.merge(entity, 1L, Long::sum) - 1;
            DomainEventMessage<Said> event = Peers.event(entity, sequence, n, first.plusMillis(n));
            if (n >= events - 1 - LOOK_BACK_MILLIS)
                recent.put(event.getIdentifier(), event.getTimestamp().toEpochMilli());
            some.add(event);
            if (some.size() == TOGETHER || n == events - 1) {
                mongo.appendEvents(some);
                some.clear();
            }
        }
        head = MongoTrackingToken.of(first.plusMillis(events - 1), recent);
        return result(events, begun);
    }

    private Map<String, Double> load(String entity, int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++)
            if (mongo.readEvents(entity).asStream().count() == 0)
                throw new IllegalStateException("nobody knows that entity");
        return result(times, begun);
    }

    /** Goes on where the last call ended, from the beginning again after the end. */
    private Map<String, Double> replay(double seconds) {
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        long events = 0;
        while (System.nanoTime() < until) {
            try (Stream<? extends TrackedEventMessage<?>> stream =
                    mongo.readEvents(replayed, false)) {
                Iterator<? extends TrackedEventMessage<?>> each = stream.iterator();
                while (System.nanoTime() < until && each.hasNext()) {
                    replayed = each.next().trackingToken();
                    events++;
                }
            }
            if (System.nanoTime() < until) replayed = null;
        }
        return result(events, begun);
    }

    private Map<String, Double> poll(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++)
            try (Stream<? extends TrackedEventMessage<?>> stream = mongo.readEvents(head, false)) {
                if (stream.findAny().isPresent())
                    throw new IllegalStateException("that was not the head");
            }
        return result(times, begun);
    }
}
