package org.zhengyou.kit.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.kafka.KafkaLink;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.runtime.Looking;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.view.View;

/**
 * What a running service does besides commands: keeps its views live and answers from them, now and
 * in the past; runs its policies and deadlines; publishes its events to Kafka and learns those of
 * others.
 */
public final class LivePart implements Part, Knowledge {
    private final LiveState live;
    private final LiveKnowledge knowledge;
    private final Background background;
    private final KafkaLink kafka;
    private final RouterFunction<ServerResponse> routes;

    /** The part of this service; does nothing yet. */
    public LivePart(ServiceRuntime runtime) {
        live = LiveState.of(runtime);
        kafka = KafkaLink.of(runtime, live.lease(), live.entities());
        knowledge = new LiveKnowledge(live, kafka);
        StuckDeadlines stuck =
                new StuckDeadlines(runtime.database().getCollection("stuck_deadlines"));
        background = new Background(live, kafka, stuck);
        routes =
                served().and(new OperatorRoutes(live, kafka, background.upkeep(), stuck).routes())
                        .and(new HeadRoutes(runtime, knowledge).routes());
    }

    private RouterFunction<ServerResponse> served() {
        Clock clock = live.runtime().log().clock();
        ViewRoutes served = new ViewRoutes(live, new Answers(live, knowledge), knowledge, clock);
        for (View<?, ?> view : live.runtime().service().views())
            served.serving(live.views().named(view), view);
        return served;
    }

    @Override
    public void start() {
        background.start();
    }

    /**
     * Not while a table is missing in which decisions or questions look; and not while one of its
     * sources is not the log that it was: what it knows no longer holds.
     */
    @Override
    public boolean isReady() {
        return live.views().areBuilt() && kafka.stopped().isEmpty();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return routes;
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        return knowledge.look(view, key);
    }

    @Override
    public <R extends Record> Map<String, R> lookAll(
            Class<? extends View<R, ?>> view, Collection<String> keys) {
        return knowledge.lookAll(view, keys);
    }

    @Override
    public Looking looking(Basis atLeast) {
        return knowledge.looking(atLeast);
    }

    @Override
    public boolean await(String source, long position, Duration limit) {
        return knowledge.await(source, position, limit);
    }

    /** Up to where the rows contain the facts, as far as this process can tell. */
    Positions positions() {
        return live.seen().now();
    }

    /** What questions about the past are read from. */
    Logs logs() {
        return live.logs();
    }

    /** Whether this process is the one that works for the service. */
    boolean isWorking() {
        return live.seen().isKept();
    }
}
