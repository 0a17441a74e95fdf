package org.zhengyou.kit.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.documents.DocumentReaders;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Resource;
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
public final class LivePart implements Part, Knowledge, DocumentReaders {
    private final LiveState live;
    private final LiveKnowledge knowledge;
    private final Background background;
    private final KafkaLink kafka;
    private final List<Resource> resources;
    private final DocumentRows documents;

    /** The part of this service; does nothing yet. */
    public LivePart(ServiceRuntime runtime) {
        live = LiveState.of(runtime);
        kafka = KafkaLink.of(runtime, live.lease(), live.entities());
        knowledge = new LiveKnowledge(live, kafka);
        StuckDeadlines stuck =
                new StuckDeadlines(runtime.database().getCollection("stuck_deadlines"));
        background = new Background(live, kafka, stuck);
        Answers answers = new Answers(live, knowledge);
        documents = new DocumentRows(live, knowledge, answers);
        List<Resource> all = new ArrayList<>(served(answers));
        all.addAll(new OperatorRoutes(live, kafka, background.upkeep(), stuck).resources());
        all.add(new HeadRoutes(runtime, knowledge).resource());
        all.addAll(new LogRoutes(live, answers, knowledge).resources());
        resources = List.copyOf(all);
    }

    /** What is promised of everything that it answers for this service. */
    public static List<Operation> operations(Service service) {
        List<Operation> all = new ArrayList<>();
        for (View<?, ?> view : service.views()) {
            all.add(ViewRoutes.list(service.name(), view));
            all.add(ViewRoutes.one(service.name(), view));
        }
        all.addAll(OperatorRoutes.operations(service.name()));
        all.add(HeadRoutes.operation(service.name()));
        all.addAll(LogRoutes.operations(service.name()));
        return all;
    }

    private List<Resource> served(Answers answers) {
        Clock clock = live.runtime().log().clock();
        ViewRoutes routes = new ViewRoutes(live, answers, knowledge, clock);
        List<Resource> all = new ArrayList<>();
        for (View<?, ?> view : live.runtime().service().views())
            all.addAll(routes.of(live.views().named(view), view));
        return all;
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
    public List<Resource> resources() {
        return resources;
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

    @Override
    public boolean mayOpen(String digest, Actor reader, MultiValueMap<String, String> question) {
        return documents.mayOpen(digest, reader, question);
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
