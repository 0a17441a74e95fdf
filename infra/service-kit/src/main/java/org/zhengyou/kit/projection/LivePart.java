package org.zhengyou.kit.projection;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.kafka.KafkaLink;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.streaming.EntityKeys;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.streaming.LogProcessor;
import org.zhengyou.kit.streaming.Pace;
import org.zhengyou.kit.view.View;

/**
 * What a running service does besides commands: keeps its views live and answers from them, now and
 * in the past; runs its policies; publishes its events to Kafka and learns those of others.
 */
public final class LivePart implements Part, Knowledge {
    private static final Logger LOG = LoggerFactory.getLogger(LivePart.class);
    private static final Duration STOP_WITHIN = Duration.ofMillis(400);

    private final ServiceRuntime runtime;
    private final Lease lease;
    private final Patience patience = new Patience();
    private final Logs logs;
    private final Parking parking;
    private final Seen seen;
    private final LiveViews views;
    private final KafkaLink kafka;
    private final LiveKnowledge knowledge;
    private final Upkeep upkeep;
    private final List<LogProcessor> processors = new ArrayList<>();
    private final RouterFunction<ServerResponse> routes;

    /** The part of this service; does nothing yet. */
    public LivePart(ServiceRuntime runtime) {
        this.runtime = runtime;
        MongoDatabase database = runtime.database();
        Clock clock = runtime.log().clock();
        String service = runtime.service().name();
        Set<String> sources = runtime.names().sources();
        EntityKeys entities = new EntityKeys(runtime.service(), runtime.names(), runtime.codec());
        RowStore store = new RowStore(database.getCollection("rows"));
        BatchFold folding = new BatchFold(store, patience);
        ViewCatalog catalog = new ViewCatalog(database.getCollection("views"));
        ViewMeters meters = new ViewMeters(runtime.meters(), service, clock);
        lease = new Lease(runtime.tokens(), "worker", RunningService.LEASE);
        logs = new Logs(runtime, entities);
        parking = new Parking(database.getCollection("parked"), service, clock);
        seen = new Seen(database.getCollection("view_positions"), lease);
        views = new LiveViews(runtime, store, catalog, parking, seen, lease);
        kafka = KafkaLink.of(runtime, lease, entities);
        Images images = new Images(logs);
        knowledge = new LiveKnowledge(service, sources, views, seen, images, kafka);
        List<PolicyHandler> policies =
                runtime.service().policies().stream()
                        .map(policy -> new PolicyHandler(policy, runtime))
                        .toList();
        List<Handler> handlers = new ArrayList<>(policies);
        views.all().forEach(view -> handlers.add(new ViewHandler<>(view, folding)));
        Replays replays = new Replays(parking, logs, handlers, views.work().writeLock());
        Rebuild rebuild =
                new Rebuild(
                        views, catalog, logs, parking, seen, lease, new BatchFold(store, patience));
        upkeep = new Upkeep(lease, folding.writing(), views, catalog, rebuild, replays);
        project(Origin.LOG, "views", folding, meters);
        if (!sources.isEmpty()) project(Origin.INBOX, "inbox-views", folding, meters);
        if (!policies.isEmpty()) {
            decide(Origin.LOG, "policies", policies);
            if (!sources.isEmpty()) decide(Origin.INBOX, "inbox-policies", policies);
        }
        kafka.publisher().ifPresent(processors::add);
        processors.forEach(meters::watch);
        meters.watch(parking);
        Answers answers =
                new Answers(
                        views,
                        seen,
                        images,
                        knowledge,
                        runtime.shownJson(),
                        clock,
                        runtime.settings().requestLimit().dividedBy(2));
        ViewRoutes served =
                new ViewRoutes(service, sources, answers, knowledge, runtime.shownJson(), clock);
        for (View<?> view : runtime.service().views()) served.serving(views.named(view), view);
        routes =
                served.and(
                        new OperatorRoutes(
                                        service,
                                        views,
                                        catalog,
                                        parking,
                                        seen,
                                        logs,
                                        upkeep,
                                        runtime.shownJson())
                                .routes());
    }

    private void project(Origin origin, String name, BatchFold folding, ViewMeters meters) {
        Projector projector =
                new Projector(origin, name, logs, views, parking, seen, folding, meters);
        processors.add(
                new LogProcessor(
                        name, logs.log(origin), runtime.tokens(), lease, Pace.PROMPT, projector));
    }

    private void decide(Origin origin, String name, List<PolicyHandler> policies) {
        PolicyProcessor processor =
                new PolicyProcessor(origin, name, policies, logs, views, parking, seen, patience);
        processors.add(
                new LogProcessor(
                        name, logs.log(origin), runtime.tokens(), lease, Pace.STEADY, processor));
    }

    @Override
    public void start() {
        lease.start();
        upkeep.start();
        processors.forEach(LogProcessor::start);
        kafka.start();
    }

    @Override
    public void stop() {
        patience.stop();
        upkeep.stop();
        kafka.stop();
        CompletableFuture<?>[] all =
                processors.stream().map(LogProcessor::stop).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            seen.write();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.info(
                    "{} stops in the middle of a batch: {}",
                    runtime.service().name(),
                    e.toString());
        }
        kafka.close();
        lease.stop();
    }

    /** Up to where the rows contain the facts, as far as this process can tell. */
    Positions positions() {
        return seen.now();
    }

    /** Whether this process is the one that works for the service. */
    boolean isWorking() {
        return seen.isKept();
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return routes;
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R>> view, String key) {
        return knowledge.look(view, key);
    }

    @Override
    public boolean await(String source, long position, Duration limit) {
        return knowledge.await(source, position, limit);
    }
}
