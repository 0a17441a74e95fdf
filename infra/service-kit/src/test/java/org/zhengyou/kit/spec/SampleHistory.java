package org.zhengyou.kit.spec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Order;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Histories of what a service sees, drawn from the approved samples of all services: with ids out
 * of {@link Population}s, so that facts meet; several sources; effective and recorded at the same
 * instants, late, or ahead.
 */
final class SampleHistory {
    private static final JsonMapper JSON = Json.tolerant();
    private static final Instant FIRST = Instant.parse("2010-06-01T00:00:00Z");
    private static final Pattern ID = Pattern.compile("(?=.*[a-z])[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]+");
    private static final int DAYS = 500;
    private static final int MOST_LISTED = 4;
    private static final int TRIES = 8;

    private record Kind(String source, String event, JsonNode sample, List<Class<?>> readers) {}

    private record Drawn(Kind kind, List<Object> events, Instant effective, Instant recorded) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, List<String>> constants = new HashMap<>();
    private final Random random;
    private final Population population;

    private SampleHistory(Service service, Random random, Population population) {
        this.random = random;
        this.population = population;
        EventNames names = EventNames.of(service);
        for (Class<?> own : names.ownEvents().values()) add(service.name(), own, names);
        service.listensTo()
                .forEach(
                        (source, all) ->
                                all.stream()
                                        .filter(one -> one != AnyEvent.class)
                                        .forEach(one -> add(source, one, names)));
        AppointmentFacts.ALL.forEach(one -> add(EventNames.ORGANIZATIONS, one, names));
        kinds.sort(Comparator.comparing(Kind::source).thenComparing(Kind::event));
    }

    private void add(String source, Class<?> type, EventNames names) {
        if (type == AnyEvent.class)
            ApprovedSamples.approved(source).forEach(event -> add(source, event, names));
        else add(source, type.getSimpleName(), names);
    }

    private void add(String source, String event, EventNames names) {
        if (kinds.stream().anyMatch(k -> k.source().equals(source) && k.event().equals(event)))
            return;
        JsonNode sample = ApprovedSamples.read(source, event);
        collect(sample);
        kinds.add(new Kind(source, event, sample, names.readers(source + "." + event)));
    }

    /** What constants there are for a field, in any sample. */
    private void collect(JsonNode node) {
        node.forEachEntry(
                (field, value) -> {
                    if (value.isString() && CONSTANT.matcher(value.stringValue()).matches())
                        constants
                                .computeIfAbsent(field, f -> new ArrayList<>())
                                .add(value.stringValue());
                    collect(value);
                });
    }

    /** A history of so many stored events. */
    static List<Fact<?>> of(Service service, long seed, int events, Population population) {
        var history = new SampleHistory(service, new Random(seed), population);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < events; i++) drawn.add(history.draw());
        return history.facts(drawn);
    }

    private Drawn draw() {
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        Instant effective = FIRST.plus(Duration.ofDays(random.nextInt(DAYS)));
        Instant recorded =
                switch (random.nextInt(4)) {
                    case 0 -> effective;
                    case 1 -> effective.plus(Duration.ofDays(random.nextInt(DAYS)));
                    case 2 -> effective.minus(Duration.ofDays(random.nextInt(30)));
                    default -> effective.plus(Duration.ofDays(random.nextInt(3)));
                };
        return new Drawn(kind, events(kind), effective, recorded);
    }

    /**
     * With other ids and constants; as in the sample if no reader can take any of several.
     * Constants are drawn by the name of a field, which several concepts may use for different
     * things.
     */
    private List<Object> events(Kind kind) {
        for (int i = 0; i < TRIES; i++) {
            Optional<List<Object>> changed = changed(kind);
            if (changed.isPresent()) return changed.get();
        }
        return read(kind, kind.sample());
    }

    private Optional<List<Object>> changed(Kind kind) {
        try {
            return Optional.of(read(kind, changed("", kind.sample(), new HashMap<>())));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty(); // a reader does not take what was drawn
        }
    }

    private static List<Object> read(Kind kind, JsonNode event) {
        List<Object> all = new ArrayList<>();
        for (Class<?> reader : kind.readers()) all.add(JSON.treeToValue(event, reader));
        return all;
    }

    private JsonNode changed(String field, JsonNode node, Map<String, String> ids) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JSON.createObjectNode();
                object.forEachEntry((name, value) -> copy.set(name, changed(name, value, ids)));
                yield copy;
            }
            case ArrayNode array -> listed(field, array);
            case StringNode text -> StringNode.valueOf(changed(field, text.stringValue(), ids));
            default -> node;
        };
    }

    private ArrayNode listed(String field, ArrayNode array) {
        ArrayNode copy = JSON.createArrayNode();
        if (array.isEmpty()) return copy;
        int size = 1 + random.nextInt(MOST_LISTED);
        for (int i = 0; i < size; i++)
            copy.add(changed(field, array.get(i % array.size()), new HashMap<>()));
        return copy;
    }

    private String changed(String field, String text, Map<String, String> ids) {
        if (field.equals("code")) return population.code(random);
        if (ID.matcher(text).matches())
            return ids.computeIfAbsent(text, same -> population.id(field, random));
        List<String> others = constants.get(field);
        return others == null || !CONSTANT.matcher(text).matches()
                ? text
                : others.get(random.nextInt(others.size()));
    }

    private List<Fact<?>> facts(List<Drawn> drawn) {
        drawn.sort(Comparator.comparing(Drawn::recorded));
        Map<String, Long> last = new HashMap<>();
        List<Fact<?>> facts = new ArrayList<>();
        for (Drawn one : drawn) {
            String source = one.kind().source();
            long position = last.merge(source, 1L, Long::sum);
            for (Object event : one.events())
                facts.add(
                        new Fact<>(
                                source,
                                position,
                                source + "-" + position,
                                source + "." + one.kind().event(),
                                event,
                                one.effective(),
                                one.recorded(),
                                envelope(position)));
        }
        return facts;
    }

    /** What an event says of itself, however little is known of it. */
    private Map<String, String> envelope(long position) {
        Random other = new Random(position);
        return Map.of(
                EventMetadata.ACTOR, population.id("person", other),
                EventMetadata.ORGANIZATION, population.id("organization", other),
                EventMetadata.PERSONS, population.id("person", other),
                EventMetadata.CLAUSES, "S" + (1 + other.nextInt(MOST_LISTED)) + " S60");
    }

    /** The instants of these facts, at which cuts are most likely to go wrong. */
    static Set<Order> orders(List<Fact<?>> facts) {
        Set<Order> orders = new TreeSet<>();
        facts.forEach(fact -> orders.add(fact.order()));
        return orders;
    }
}
