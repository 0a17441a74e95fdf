package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Parameter;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.http.QueryText;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.kafka.DeadLetters;
import org.zhengyou.kit.kafka.KafkaLink;
import tools.jackson.databind.json.JsonMapper;

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

    /**
     * Where the views of a service are.
     *
     * @param position up to which all views have seen the log
     * @param head of the log
     * @param inboxPosition up to which all views have seen the inbox
     * @param inboxHead of the inbox
     * @param views each of them
     */
    record Views(
            long position, long head, long inboxPosition, long inboxHead, List<ViewPlace> views) {}

    /**
     * Where a view is.
     *
     * @param view its name
     * @param table in which its rows are
     * @param shape of the rows
     * @param wanted whether it will be built anew
     * @param live whether questions are answered from it
     * @param rebuilding how far the rebuild has come; empty if there is none
     */
    record ViewPlace(
            String view,
            String table,
            String shape,
            boolean wanted,
            boolean live,
            Map<String, Object> rebuilding) {}

    /**
     * A view that will be built anew.
     *
     * @param view its name
     * @param wanted true
     */
    record RebuildWanted(String view, boolean wanted) {}

    /**
     * What waits for an operator.
     *
     * @param parked facts that a view or a policy could not take
     * @param deadlines rows that stay due
     * @param unreadable records that could not be read
     * @param stopped sources of which nothing more is taken, and why
     */
    record Waiting(
            List<Parked> parked,
            List<StuckDeadline> deadlines,
            List<DeadLetters.Letter> unreadable,
            Map<String, String> stopped) {}

    /**
     * What will be tried again.
     *
     * @param wanted how many
     */
    record ReplayWanted(long wanted) {}

    /** What is promised of all of them, in the order of {@link #resources}. */
    static List<Operation> operations(String service) {
        return List.of(views(service), rebuild(service), parked(service), replay(service));
    }

    private static Operation views(String service) {
        return Operation.get("/" + service + "/views")
                .called("operation", "views and how far they have come")
                .saying("For operators and auditors.")
                .refusing(403)
                .answering(Content.json(Views.class));
    }

    private static Operation rebuild(String service) {
        return Operation.post("/" + service + "/views/{view}/rebuild")
                .called("operation", "build a view anew")
                .saying("For operators. It is done soon; until then the view answers as it is.")
                .with(
                        List.of(
                                Parameter.path("view", "Its name.")
                                        .formed(Pattern.compile("[a-z][a-z-]*"))))
                .refusing(403, 404)
                .answering(Content.json(RebuildWanted.class));
    }

    private static Operation parked(String service) {
        return Operation.get("/" + service + "/parked")
                .called("operation", "what waits for an operator")
                .saying("For operators and auditors; at most " + MOST_PARKED_SHOWN + " of a kind.")
                .refusing(403)
                .answering(Content.json(Waiting.class));
    }

    private static Operation replay(String service) {
        return Operation.post("/" + service + "/parked/replay")
                .called("operation", "try again what is parked")
                .saying("For operators. Either id or key is said.")
                .with(
                        List.of(
                                Parameter.query("id", "Of one of those that are parked."),
                                Parameter.query("key", "Of all that are parked under it.")))
                .refusing(403, 404)
                .answering(Content.json(ReplayWanted.class));
    }

    List<Resource> resources() {
        String service = live.service();
        return List.of(
                new Resource(views(service), request -> views()),
                new Resource(rebuild(service), this::rebuild),
                new Resource(parked(service), request -> parked()),
                new Resource(replay(service), this::replay));
    }

    private ServerResponse views() {
        Actors.withAnyRole(Actor.OPERATOR, Actor.AUDITOR);
        Positions positions = live.seen().now();
        List<ViewPlace> all = new ArrayList<>();
        new TreeMap<>(live.catalog().load()).forEach((name, entry) -> all.add(view(name, entry)));
        return JsonAnswer.ok(
                json,
                new Views(
                        positions.log(),
                        live.logs().head(Origin.LOG),
                        positions.inbox(),
                        live.logs().head(Origin.INBOX),
                        all));
    }

    private ViewPlace view(String name, ViewCatalog.Entry entry) {
        return new ViewPlace(
                name,
                ViewCatalog.table(name, entry.number()),
                entry.shape(),
                entry.wanted(),
                find(name).map(live -> live.table() != null).orElse(false),
                entry.rebuilding());
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
        return JsonAnswer.ok(json, new RebuildWanted(name, true));
    }

    private ServerResponse parked() {
        Actors.withAnyRole(Actor.OPERATOR, Actor.AUDITOR);
        return JsonAnswer.ok(
                json,
                new Waiting(
                        live.parking().list(MOST_PARKED_SHOWN),
                        stuck.list(MOST_PARKED_SHOWN),
                        deadLetters.list(MOST_PARKED_SHOWN),
                        kafka.stopped()));
    }

    private ServerResponse replay(ServerRequest request) {
        Actors.withAnyRole(Actor.OPERATOR);
        MultiValueMap<String, String> query = QueryText.of(request.servletRequest());
        QueryText.requireKnown(query, Set.of("id", "key"));
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
        return JsonAnswer.ok(json, new ReplayWanted(wanted));
    }
}
