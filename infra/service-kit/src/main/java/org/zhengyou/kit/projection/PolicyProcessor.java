package org.zhengyou.kit.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.streaming.BatchHandler;
import org.zhengyou.log.StoredEvent;

/**
 * Brings what one log says to all policies. Facts of one entity are taken one by one, those of
 * different entities side by side. A fact is taken only when the views have it, for a command's
 * decision may look at them.
 */
final class PolicyProcessor implements BatchHandler {
    private static final Duration VIEWS_TAKE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 16;

    private final Origin origin;
    private final String processor;
    private final List<PolicyHandler> policies;
    private final LiveState live;

    PolicyProcessor(Origin origin, String processor, List<PolicyHandler> policies, LiveState live) {
        this.origin = origin;
        this.processor = processor;
        this.policies = policies;
        this.live = live;
    }

    @Override
    public void handle(List<StoredEvent> events) throws InterruptedException {
        live.views().takeOver();
        if (!live.seen().await(origin, events.getLast().position(), VIEWS_TAKE))
            throw new IllegalStateException("the views are not there yet");
        live.views().work().readLock().lock();
        try {
            for (PolicyHandler policy : policies)
                handle(policy, live.logs().arrivals(origin, events));
        } finally {
            live.views().work().readLock().unlock();
        }
    }

    private void handle(PolicyHandler policy, List<Arrival> arrivals) throws InterruptedException {
        Map<String, List<Arrival>> byEntity = new LinkedHashMap<>();
        for (Arrival arrival : arrivals)
            if (concerns(policy, arrival))
                byEntity.computeIfAbsent(arrival.entity(), none -> new ArrayList<>()).add(arrival);
        if (!byEntity.isEmpty()) sideBySide(policy, byEntity.values());
    }

    /** Failing to say so is a failure to be dealt with in its turn. */
    private boolean concerns(PolicyHandler policy, Arrival arrival) {
        try {
            return !policy.wanted(arrival).isEmpty();
        } catch (RuntimeException e) {
            if (Handler.isNobodysFault(e)) throw e;
            return true;
        }
    }

    private void sideBySide(PolicyHandler policy, Collection<List<Arrival>> entities)
            throws InterruptedException {
        Semaphore free = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (List<Arrival> entity : entities) {
                free.acquire();
                all.add(
                        threads.submit(
                                () -> {
                                    try {
                                        oneByOne(policy, entity);
                                    } finally {
                                        free.release();
                                    }
                                }));
            }
            for (Future<?> one : all) one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(policy.name() + " goes on later", e.getCause());
        }
    }

    private void oneByOne(PolicyHandler policy, List<Arrival> arrivals) {
        Set<String> blocked = live.parking().blocked(policy.name());
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            if (blocked.contains(arrival.entity())) {
                live.parking().park(processor, policy.name(), Map.of(), List.of(arrival));
                continue;
            }
            RuntimeException failure = take(policy, arrival);
            if (failure == null) continue;
            List<Arrival> behind = arrivals.subList(i + 1, arrivals.size());
            live.parking().park(processor, policy.name(), Map.of(arrival, failure), behind);
            return;
        }
    }

    /** Why it was not taken in spite of several attempts; null if it was. */
    private @Nullable RuntimeException take(PolicyHandler policy, Arrival arrival) {
        for (int attempt = 0; ; attempt++) {
            try {
                policy.take(arrival);
                return null;
            } catch (RuntimeException e) {
                if (Handler.isNobodysFault(e)) throw e;
                if (attempt == live.patience().attempts()) return e;
                live.patience().pause(attempt);
            }
        }
    }
}
