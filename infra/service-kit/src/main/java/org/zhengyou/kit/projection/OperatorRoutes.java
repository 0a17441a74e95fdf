package org.zhengyou.kit.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.http.QueryText;
import org.zhengyou.kit.kafka.DeadLetters;
import org.zhengyou.kit.kafka.KafkaLink;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * For operators: where the views are, how far they have come, building one anew, and what is
 * parked, stays due in spite of its deadline, or came from Kafka and could not be read. What is
 * asked for here is done soon, by whichever process has the lease.
 */
final class OperatorRoutes {
    private static final int MOST_PARKED_SHOWN = 1_000;

    private final LiveState live;
    private final Upkeep upkeep;
    private final DeadLetters deadLetters;
    private final KafkaLink kafka;
    private final StuckDeadlines stuck;
    private final JsonMapper json;

    OperatorRoutes(LiveState live, KafkaLink kafka, Upkeep upkeep, StuckDeadlines stuck) {
        this.live = live;
        this.kafka = kafka;
        this.stuck = stuck;
        this.upkeep = upkeep;
        this.deadLetters =
                new DeadLetters(live.runtime().database(), live.runtime().inbox().clock());
        this.json = live.runtime().shownJson();
    }

    RouterFunction<ServerResponse> routes() {
        String root = "/" + live.service();
        return RouterFunctions.route()
                .GET(root + "/views", request -> views())
                .POST(root + "/views/{view}/rebuild", this::rebuild)
                .GET(root + "/parked", request -> parked())
                .POST(root + "/parked/replay", this::replay)
                .build();
    }

    private ServerResponse views() {
        Actors.withAnyRole(Actor.OPERATOR, Actor.AUDITOR);
        Map<String, ViewCatalog.Entry> entries = new TreeMap<>(live.catalog().load());
        Positions positions = live.seen().now();
        ObjectNode answer = json.createObjectNode();
        answer.put("position", positions.log()).put("head", live.logs().head(Origin.LOG));
        answer.put("inboxPosition", positions.inbox())
                .put("inboxHead", live.logs().head(Origin.INBOX));
        ArrayNode all = answer.putArray("views");
        entries.forEach((name, entry) -> all.add(view(name, entry)));
        return JsonAnswer.ok(json, answer);
    }

    private ObjectNode view(String name, ViewCatalog.Entry entry) {
        ObjectNode view = json.createObjectNode().put("view", name);
        view.put("table", ViewCatalog.table(name, entry.number()));
        view.put("shape", entry.shape()).put("wanted", entry.wanted());
        view.put("live", find(name).map(live -> live.table() != null).orElse(false));
        view.set("rebuilding", json.valueToTree(entry.rebuilding()));
        return view;
    }

    private Optional<LiveView<?>> find(String name) {
        return live.views().all().stream().filter(view -> view.name().equals(name)).findFirst();
    }

    private ServerResponse rebuild(ServerRequest request) {
        Actors.withAnyRole(Actor.OPERATOR);
        String name = request.pathVariable("view");
        if (find(name).isEmpty())
            throw ProblemException.of(ProblemKind.NO_SUCH_RESOURCE, "there is no such view");
        live.catalog().want(name);
        upkeep.soon();
        return JsonAnswer.ok(json, json.createObjectNode().put("view", name).put("wanted", true));
    }

    private ServerResponse parked() {
        Actors.withAnyRole(Actor.OPERATOR, Actor.AUDITOR);
        List<Parked> all = live.parking().list(MOST_PARKED_SHOWN);
        ObjectNode answer = json.createObjectNode();
        answer.set("parked", json.valueToTree(all));
        answer.set("deadlines", json.valueToTree(stuck.list(MOST_PARKED_SHOWN)));
        answer.set("unreadable", json.valueToTree(deadLetters.list(MOST_PARKED_SHOWN)));
        answer.set("stopped", json.valueToTree(kafka.stopped()));
        return JsonAnswer.ok(json, answer);
    }

    private ServerResponse replay(ServerRequest request) {
        Actors.withAnyRole(Actor.OPERATOR);
        MultiValueMap<String, String> query = QueryText.of(request.servletRequest());
        Optional<String> id = Optional.ofNullable(query.getFirst("id"));
        Optional<String> key = Optional.ofNullable(query.getFirst("key"));
        if (id.isPresent() == key.isPresent())
            throw ProblemException.malformed("id", "name either id or key of what is parked");
        long wanted =
                id.map(one -> live.parking().want("_id", one) + stuck.forget(List.of(one)))
                        .orElseGet(() -> live.parking().want("key", key.orElseThrow()));
        if (wanted == 0)
            throw ProblemException.of(ProblemKind.NO_SUCH_RESOURCE, "nothing like it is parked");
        upkeep.soon();
        return JsonAnswer.ok(json, json.createObjectNode().put("wanted", wanted));
    }
}
