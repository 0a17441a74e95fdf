package org.zhengyou.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.kit.view.View;
import org.zhengyou.kit.view.Withdrawal;
import org.zhengyou.log.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers of views by their definition: the facts up to a cut, folded from nothing. */
final class Rebuild {
    private Rebuild() {}

    /** All facts that this service has, from both of its logs. */
    static List<Fact<?>> facts(ServiceRuntime runtime) {
        List<Fact<?>> facts = new ArrayList<>();
        EventCodec codec = runtime.codec();
        StoppedLogs.all(runtime.log()).forEach(stored -> facts.addAll(codec.own(stored)));
        StoppedLogs.all(runtime.inbox()).forEach(stored -> facts.addAll(codec.foreign(stored)));
        return facts;
    }

    /** All facts this service will have once it has learned all that the others recorded. */
    static List<Fact<?>> factsAtTheSources(ServiceRuntime runtime, Platform platform) {
        List<Fact<?>> facts = new ArrayList<>();
        EventCodec codec = runtime.codec();
        StoppedLogs.all(runtime.log()).forEach(stored -> facts.addAll(codec.own(stored)));
        for (String source : runtime.names().sources())
            for (StoredEvent stored : StoppedLogs.all(platform.services().runtime(source).log()))
                facts.addAll(codec.foreign(learned(source, stored)));
        return facts;
    }

    private static StoredEvent learned(String source, StoredEvent stored) {
        Map<String, String> metadata = new HashMap<>(stored.metadata());
        metadata.put(EventCodec.SOURCE, source);
        metadata.put(EventCodec.SOURCE_POSITION, Long.toString(stored.position()));
        metadata.put(EventCodec.SOURCE_RECORDED_AT, stored.recordedAt().toString());
        return new StoredEvent(
                stored.position(),
                stored.recordedAt(),
                stored.id(),
                stored.type(),
                stored.version(),
                stored.effectiveAt(),
                stored.tags(),
                metadata,
                stored.payload());
    }

    /**
     * Those facts that were true by one instant and recorded by another; what was withdrawn by then
     * was never so.
     */
    static List<Fact<?>> cut(List<Fact<?>> facts, Instant asOf, Instant knownAt) {
        List<Fact<?>> cut = new ArrayList<>();
        for (Fact<?> fact : facts)
            if ((fact.event() instanceof Withdrawal || !fact.effectiveAt().isAfter(asOf))
                    && !fact.recordedAt().isAfter(knownAt)) cut.add(fact);
        return cut;
    }

    /** What this reader is shown by the view when these are all facts there are, by key. */
    static <R extends Record> Map<String, JsonNode> answer(
            View<R, ?> view, List<Fact<?>> facts, Instant asOf, Reader reader, JsonMapper shown) {
        MemoryRows<R> rows = new MemoryRows<>(view);
        facts.forEach(rows::fold);
        Map<String, JsonNode> answer = new TreeMap<>();
        rows.all()
                .forEach(
                        (key, row) -> {
                            Record seen =
                                    view.audience(row).admits(reader)
                                            ? view.answer(key, row, asOf)
                                            : null;
                            if (seen != null) answer.put(key, json(key, seen, shown));
                        });
        return answer;
    }

    /** As it comes out of the wire. */
    private static JsonNode json(String key, Record seen, JsonMapper shown) {
        ObjectNode row = shown.createObjectNode().put("key", key);
        if (shown.valueToTree(seen) instanceof ObjectNode fields) row.setAll(fields);
        return Http.JSON.readTree(shown.writeValueAsString(row));
    }

    /** What differs, row by row; empty if nothing does. */
    static List<String> differences(Map<String, JsonNode> rebuilt, Map<String, JsonNode> answered) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(rebuilt.keySet());
        keys.addAll(answered.keySet());
        for (String key : keys) {
            @Nullable JsonNode one = rebuilt.get(key);
            @Nullable JsonNode other = answered.get(key);
            if (one == null || !one.equals(other))
                differences.add(key + "\n  rebuilt  " + one + "\n  answered " + other);
        }
        return differences;
    }

    /** A person with the offices that the service knows of today. */
    record Person(Actor actor, EffectiveAuthority authority) implements Reader {
        static Person of(String subject, ServiceRuntime runtime, String... roles) {
            Actor actor = new Actor(subject, java.util.Set.of(roles));
            return new Person(
                    actor, new EffectiveAuthority(actor, Instant.now(), runtime.knowledge()));
        }

        @Override
        public String person() {
            return actor.person();
        }

        @Override
        public boolean isAuditor() {
            return actor.roles().contains(Actor.AUDITOR);
        }

        @Override
        public boolean isAtCommittee() {
            return authority.wasAtCommittee(person());
        }

        @Override
        public boolean holds(OfficeFunction function, String organization) {
            return authority.held(person(), function, organization);
        }

        @Override
        public boolean heads(String organization) {
            return authority.headed(person(), organization);
        }
    }
}
