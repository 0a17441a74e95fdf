package org.zhengyou.bench.campaign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.personal.PersonalValues;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.runtime.NewIds;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.NewEvent;

/**
 * From acts to entries of a service's log: its names, codec, tags and concerns, the kit's envelope.
 * In the place of a command's text stands that of its first event, which is as long.
 */
final class Entries {
    private static final String VERSION = "1";
    private static final int STATES = 10_000;

    private final Service service;
    private final String committee;
    private final EventNames names;
    private final EventCodec codec;
    private final BinaryOperator<String> alias;
    private final Map<String, Object> states =
            new LinkedHashMap<>(STATES, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
                    return size() > STATES;
                }
            };
    private long acts;
    private long events;

    /**
     * Entries of this service.
     *
     * @param committee whom events concern that name no organisation
     * @param alias stands for the value of a blind tag, from the value and its person
     */
    Entries(Service service, String committee, EventCodec codec, BinaryOperator<String> alias) {
        this.service = service;
        this.committee = committee;
        this.names = EventNames.of(service);
        this.codec = codec;
        this.alias = alias;
    }

    /**
     * What is known of an act before it is written.
     *
     * @param n which act it is
     * @param before events before it
     * @param concerns of each of its events
     */
    record Draft(Act act, long n, long before, List<Concern> concerns) {}

    /** What an act was decided on, without grounds and rows: no act played here needs them. */
    private record Played(Act act) implements Given {
        @Override
        public Actor actor() {
            return new Actor(act.by(), Set.of());
        }

        @Override
        public Instant effectiveAt() {
            return act.effectiveAt();
        }

        @Override
        public Authority authority() {
            throw new IllegalStateException("nobody decides here");
        }

        @Override
        public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
            throw new IllegalStateException("there are no rows here");
        }
    }

    /** Takes the next act, in their order: what an event concerns depends on what went before. */
    Draft next(Act act) {
        List<Concern> concerns = new ArrayList<>();
        for (Object event : act.events()) concerns.add(concern(deciderOf(event), event, act));
        Draft draft = new Draft(act, acts, events, concerns);
        acts++;
        events += act.events().size();
        return draft;
    }

    @SuppressWarnings("unchecked") // one decider's states lie under keys with its name
    private <E, S> Concern concern(Decider<?, E, S> decider, Object told, Act act) {
        E event = decider.emits().cast(told);
        String key = decider.name() + ' ' + decider.eventKey().apply(event);
        S before = (S) states.getOrDefault(key, decider.own().initial());
        if (decider.own().events().isInstance(event))
            states.put(key, decider.own().after(before, fact(event, act)));
        return decider.concern().concern(before, event, new Played(act));
    }

    private Fact<?> fact(Object event, Act act) {
        return new Fact<>(
                service.name(),
                events + 1,
                "",
                names.name(event.getClass()),
                event,
                act.effectiveAt(),
                act.recordedAt(),
                Map.of());
    }

    /** The transaction of an act; may be called for many at once. */
    List<NewEvent> write(Draft draft) {
        List<NewEvent> written = new ArrayList<>();
        for (Object event : draft.act().events()) {
            int k = written.size();
            String payload = codec.write(event);
            written.add(
                    new NewEvent(
                            id("event", draft.before() + k),
                            names.name(event.getClass()),
                            VERSION,
                            draft.act().effectiveAt(),
                            tags(deciderOf(event), event, draft.n()),
                            metadata(draft, k, event, payload),
                            payload));
        }
        return written;
    }

    private Map<String, String> metadata(Draft draft, int k, Object event, String payload) {
        Act act = draft.act();
        Concern concern = draft.concerns().get(k);
        String organization = concern.organization();
        Map<String, String> metadata = new HashMap<>();
        metadata.put(EventMetadata.ACTOR, act.by());
        metadata.put(EventMetadata.AUTHORITY, act.grounds() + " " + id("grounds", 0));
        metadata.put(EventMetadata.CORRELATION, id("correlation", draft.n()));
        metadata.put(EventMetadata.CLAUSES, String.join(" ", concern.clauses()));
        metadata.put(EventMetadata.ORGANIZATION, organization == null ? committee : organization);
        if (!concern.persons().isEmpty())
            metadata.put(EventMetadata.PERSONS, String.join(" ", concern.persons()));
        metadata.put(EventMetadata.PROVENANCE, EventMetadata.NATIVE);
        metadata.put(EventMetadata.BASIS, new Basis(draft.before(), 0).toString());
        if (act.events().size() > 1)
            metadata.put(EventMetadata.DECISION, k + 1 + "/" + act.events().size());
        if (k == 0) {
            metadata.put(EventMetadata.COMMAND, event.getClass().getSimpleName());
            metadata.put(EventMetadata.COMMAND_TEXT, payload);
        }
        return metadata;
    }

    private Decider<?, ?, ?> deciderOf(Object event) {
        for (Decider<?, ?, ?> decider : service.deciders())
            if (decider.emits().isInstance(event)) return decider;
        throw new IllegalArgumentException("not an event of " + service.name() + ": " + event);
    }

    private <E> Set<String> tags(Decider<?, E, ?> decider, Object event, long n) {
        Set<String> tags = new HashSet<>();
        tags.add("request=" + digest("request", n).toString().replace("-", ""));
        for (Tag tag : decider.tags().apply(decider.emits().cast(event)))
            tags.add(tag.key() + "=" + (tag.blind() ? alias(tag, event) : tag.value()));
        return tags;
    }

    private String alias(Tag tag, Object event) {
        return alias.apply(tag.value(), PersonalValues.persons(List.of(event)).first());
    }

    private String id(String kind, long n) {
        return NewIds.at(n, digest(kind, n)).toString();
    }

    private UUID digest(String kind, long n) {
        String name = service.name() + " " + kind + " " + n;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
