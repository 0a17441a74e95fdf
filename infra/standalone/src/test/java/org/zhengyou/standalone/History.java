package org.zhengyou.standalone;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.log.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened, apart from ids and recorded times: every id is replaced by a name of what it
 * stands for, so that two platforms on which the same happened tell the same.
 */
final class History {
    private static final JsonMapper SHOWN = Json.shown();
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** One event of one service. */
    record Told(String type, Instant effectiveAt, String actor, String payload) {}

    /** An event with its fields in clear. */
    private record Clear(StoredEvent stored, JsonNode payload) {}

    private final Map<String, String> names = new HashMap<>();
    private final List<Told> told;

    private History(List<Clear> events) {
        events.forEach(this::nameEntity);
        // An event that names others is told with their names, so these come first.
        for (Clear event : events) names.putIfAbsent(event.stored().id(), "event");
        Map<String, String> eventNames = new HashMap<>();
        for (Clear event : events) eventNames.put(event.stored().id(), tell(event).toString());
        names.putAll(eventNames);
        told = events.stream().map(this::tell).toList();
    }

    /** The history in the logs of this folder, on which no platform runs. */
    static History in(Path data) {
        try (StoppedLogs logs = StoppedLogs.in(data)) {
            List<Clear> events = new ArrayList<>();
            for (Service service : Platform.allServices()) {
                EventCodec codec = logs.codec(service);
                for (StoredEvent stored : logs.log(service.name()))
                    events.add(new Clear(stored, SHOWN.valueToTree(own(codec, stored).event())));
            }
            return new History(events);
        }
    }

    private static Fact<?> own(EventCodec codec, StoredEvent stored) {
        return codec.own(stored).getFirst();
    }

    /** All events. */
    List<Told> told() {
        return told;
    }

    /** What happened here more often than there. */
    List<Told> without(History other) {
        List<Told> more = new ArrayList<>(told);
        other.told.forEach(more::remove);
        return more;
    }

    /** The same value with every id replaced, and lists of ids in the order of their names. */
    JsonNode named(JsonNode value) {
        if (value.isString()) return SHOWN.valueToTree(named(value.asString()));
        if (value instanceof ArrayNode array) return namedArray(array);
        if (!(value instanceof ObjectNode object)) return value;
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(e -> fields.put(named(e.getKey()), named(e.getValue())));
        return SHOWN.valueToTree(fields);
    }

    private JsonNode namedArray(ArrayNode array) {
        boolean ids = array.valueStream().anyMatch(v -> v.isString() && isId(v.asString()));
        Stream<JsonNode> values = array.valueStream().map(this::named);
        return SHOWN.valueToTree(
                (ids ? values.sorted((a, b) -> a.toString().compareTo(b.toString())) : values)
                        .toList());
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private String named(String text) {
        return ID.matcher(text)
                .replaceAll(
                        id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), id.group())));
    }

    /** Organisations and members get their ids from the platform, everything else from the seed. */
    private void nameEntity(Clear event) {
        JsonNode payload = event.payload();
        switch (event.stored().type()) {
            case "organizations.OrganizationEstablished" ->
                    names.put(id(payload, "organization"), "organization " + id(payload, "code"));
            case "members.PartyMemberRegistered" ->
                    names.put(id(payload, "member"), "member " + id(payload, "number"));
            default -> {}
        }
    }

    private static String id(JsonNode payload, String field) {
        return payload.path(field).asString();
    }

    private Told tell(Clear event) {
        StoredEvent stored = event.stored();
        return new Told(
                stored.type(),
                stored.effectiveAt(),
                named(stored.metadata().getOrDefault("actor", "")),
                named(event.payload()).toString());
    }
}
