package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.kafka.DeadLetters;
import org.zhengyou.kit.kafka.KafkaLink;
import org.zhengyou.kit.streaming.BatchHandler;
import org.zhengyou.kit.streaming.LogProcessor;
import org.zhengyou.kit.streaming.Pace;

/** Everything that works for a service without being asked. */
final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long STOP_WITHIN_MILLIS = 150;

    private final LiveState live;
    private final KafkaLink kafka;
    private final Upkeep upkeep;
    private final Deadlines deadlines;
    private final ViewMeters meters;
    private final List<LogProcessor> processors = new ArrayList<>();

    Background(LiveState live, KafkaLink kafka, StuckDeadlines stuck) {
        this.live = live;
        this.kafka = kafka;
        this.meters =
                new ViewMeters(
                        live.runtime().meters(), live.service(), live.runtime().log().clock());
        List<PolicyHandler> policies =
                live.runtime().service().policies().stream()
                        .map(policy -> new PolicyHandler(policy, live.runtime()))
                        .toList();
        List<Handler> handlers = new ArrayList<>(policies);
        live.views().all().forEach(view -> handlers.add(new ViewHandler<>(view, live.folding())));
        this.upkeep = new Upkeep(live, new Replays(live, handlers));
        this.deadlines = new Deadlines(live, stuck);
        project(Origin.LOG, "views");
        if (!live.sources().isEmpty()) project(Origin.INBOX, "inbox-views");
        if (!policies.isEmpty()) decide(Origin.LOG, "policies", policies);
        if (!policies.isEmpty() && !live.sources().isEmpty())
            decide(Origin.INBOX, "inbox-policies", policies);
        kafka.publisher().ifPresent(processors::add);
        processors.forEach(meters::watch);
        meters.watch(kafka);
        meters.watch(new DeadLetters(live.runtime().database(), live.runtime().inbox().clock()));
        meters.watch(live.parking());
        meters.watch(deadlines);
    }

    private void project(Origin origin, String name) {
        process(origin, name, Pace.PROMPT, new Projector(origin, name, live, meters));
    }

    private void decide(Origin origin, String name, List<PolicyHandler> policies) {
        process(origin, name, Pace.STEADY, new PolicyProcessor(origin, name, policies, live));
    }

    private void process(Origin origin, String name, Pace pace, BatchHandler handler) {
        processors.add(
                new LogProcessor(
                        name,
                        live.logs().log(origin),
                        live.runtime().tokens(),
                        live.lease(),
                        pace,
                        handler));
    }

    /** Looks after what somebody asks of the views. */
    Upkeep upkeep() {
        return upkeep;
    }

    void start() {
        live.lease().start();
        upkeep.start();
        processors.forEach(LogProcessor::start);
        deadlines.start();
        kafka.start();
    }

    /** Lets what is in hand finish, if it finishes soon. */
    void stop() {
        live.patience().stop();
        upkeep.stop();
        deadlines.stop();
        kafka.stop();
        CompletableFuture<?> stopped =
                CompletableFuture.allOf(
                        processors.stream()
                                .map(LogProcessor::stop)
                                .toArray(CompletableFuture<?>[]::new));
        boolean finished = isDone(stopped);
        kafka.abandon();
        if (finished || isDone(stopped)) writePositions();
        else LOG.info("{} stops in the middle of a batch", live.service());
        kafka.close();
        live.lease().stop();
    }

    private static boolean isDone(CompletableFuture<?> stopped) {
        try {
            stopped.get(STOP_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("not stopped yet", e);
            return false;
        }
    }

    private void writePositions() {
        try {
            live.seen().write();
        } catch (RuntimeException e) {
            LOG.info("the views of {} begin a little earlier next time", live.service());
        }
    }
}
