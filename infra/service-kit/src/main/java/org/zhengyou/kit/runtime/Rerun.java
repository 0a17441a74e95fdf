package org.zhengyou.kit.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/**
 * 复算. Decides again what a service has decided, each decision from what it knew then: its command
 * as recorded, who acted and when it was true, the own events before it, and the rows at its basis,
 * folded anew. The rules are those of the page given: today's, or those of another version. Reads
 * only; needs nothing that runs.
 */
public final class Rerun {
    private static final int PAGE = 1_000;
    private static final String FIRST = "1/";

    /**
     * What came of it.
     *
     * @param decisions how many were decided again
     * @param sealed how many could not be, for a key that their command was sealed with is
     *     destroyed
     * @param differences those that came out otherwise
     */
    public record Report(int decisions, int sealed, List<Difference> differences) {
        /** Copies the list. */
        public Report {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A decision that came out otherwise.
     *
     * @param position of its first event
     * @param command name of its command
     * @param what in words, without anybody's data
     */
    public record Difference(long position, String command, String what) {}

    /** Where the events of a decision lie, and on which rows it was taken. */
    private record Decision(long position, int events, Basis basis) {}

    private final Map<Class<?>, Decider<?, ?, ?>> deciders = new HashMap<>();
    private final EventNames names;
    private final EventCodec codec;
    private final EventLog log;
    private final CommandText text;
    private final OwnFacts facts;
    private final PastRows rows;
    private final List<Difference> differences = new ArrayList<>();
    private int decided;
    private int sealed;

    private Rerun(ServiceRuntime runtime, Service page) {
        this.names = runtime.names();
        this.codec = runtime.codec();
        this.log = runtime.log();
        this.text = new CommandText(runtime.personalKeys());
        UnaryOperator<String> alias =
                value ->
                        runtime.personalKeys()
                                .orElseThrow()
                                .aliases(runtime.database().getCollection(Stores.ALIASES))
                                .of(value);
        this.facts = new OwnFacts(log, codec, names, new Boundary(names, alias));
        this.rows = new PastRows(page, log, runtime.inbox(), codec);
        for (Decider<?, ?, ?> decider : page.deciders())
            for (Class<?> command : names.commands().values())
                if (decider.commands().isAssignableFrom(command)) deciders.put(command, decider);
    }

    /** Decides again everything in the log of this service. */
    public static Report of(ServiceRuntime runtime) {
        return of(runtime, runtime.service());
    }

    /** The same by the rules of this page of the same service. */
    public static Report of(ServiceRuntime runtime, Service page) {
        return new Rerun(runtime, page).run();
    }

    private Report run() {
        List<Decision> all = decisions();
        // Bases grow with time, so that in their order rows are folded once.
        all.sort(
                Comparator.comparingLong((Decision one) -> one.basis().log() + one.basis().inbox())
                        .thenComparingLong(Decision::position));
        for (Decision one : all) again(one);
        differences.sort(Comparator.comparingLong(Difference::position));
        return new Report(decided, sealed, differences);
    }

    private List<Decision> decisions() {
        List<Decision> all = new ArrayList<>();
        long at = 0;
        for (var page = log.page(at, PAGE); !page.isEmpty(); page = log.page(at, PAGE)) {
            for (StoredEvent event : page) decision(event).ifPresent(all::add);
            at = page.getLast().position();
        }
        return all;
    }

    /** The decision of which this is the first event. */
    private Optional<Decision> decision(StoredEvent event) {
        Map<String, String> metadata = event.metadata();
        String place = metadata.getOrDefault(EventMetadata.DECISION, "1/1");
        if (!place.startsWith(FIRST)) return Optional.empty();
        int events = Integer.parseInt(place.substring(FIRST.length()));
        Basis basis = Basis.of(metadata.getOrDefault(EventMetadata.BASIS, "0:0"));
        return Optional.of(new Decision(event.position(), events, basis));
    }

    private void again(Decision decision) {
        List<StoredEvent> events = log.page(decision.position() - 1, decision.events());
        StoredEvent first = events.getFirst();
        String name = first.metadata().getOrDefault(EventMetadata.COMMAND, "");
        Class<?> command = names.commands().get(name);
        Decider<?, ?, ?> decider = deciders.get(command);
        if (command == null || decider == null) {
            differ(first, "there is no such command");
            return;
        }
        Optional<String> said = text.read(events);
        if (said.isEmpty()) sealed++;
        else again(decision, decider, events, text.command(said.get(), command));
    }

    private <C, E, S> void again(
            Decision decision, Decider<C, E, S> decider, List<StoredEvent> events, Object said) {
        decided++;
        StoredEvent first = events.getFirst();
        C command = decider.commands().cast(said);
        long before = decision.position() - 1;
        DecisionBasis given =
                DecisionBasis.of(
                        task(first, command),
                        rows.at(decision.basis()),
                        facts.grounds(decider, command, before));
        try {
            S own = facts.own(decider, command, before);
            List<?> now = decided(decider, own, command, given);
            if (!now.equals(events.stream().map(this::event).toList()))
                differ(first, "other events: " + names(now) + " for " + types(events));
            else if (!given.grounds().equals(first.metadata().get(EventMetadata.AUTHORITY)))
                differ(first, "other grounds: " + given.grounds());
        } catch (Refusal refusal) {
            differ(first, "refused: " + refusal.code() + " " + refusal.clause());
        }
    }

    /** The events, those among them that a refusal leaves. */
    private static <C, E, S> List<?> decided(
            Decider<C, E, S> decider, S own, C command, DecisionBasis given) {
        try {
            return List.copyOf(decider.answer(own, command, given));
        } catch (Refusal refusal) {
            if (refusal.facts().isEmpty()) throw refusal;
            return refusal.facts();
        }
    }

    private static Task task(StoredEvent first, Object command) {
        Map<String, String> metadata = first.metadata();
        String role = metadata.get(EventMetadata.ROLE);
        Actor actor =
                new Actor(
                        metadata.getOrDefault(EventMetadata.ACTOR, ""),
                        role == null ? Set.of() : Set.of(role));
        Instant at = first.effectiveAt();
        return new Task(
                CommandEnvelope.of(command, actor)
                        .effective(at)
                        .entered(metadata.get(EventMetadata.ON_BEHALF_OF), null),
                at,
                first.recordedAt(),
                true);
    }

    private Object event(StoredEvent stored) {
        return codec.read(stored.type(), stored.version(), stored.payload());
    }

    private static List<String> names(List<?> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private static List<String> types(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::type).toList();
    }

    private void differ(StoredEvent first, String what) {
        String command = first.metadata().getOrDefault(EventMetadata.COMMAND, "");
        differences.add(new Difference(first.position(), command, what));
    }
}
