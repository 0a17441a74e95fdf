package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Found;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.decide.Undisclosed;
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

/**
 * A rule in the rule's words: {@code given(..).when(..).thenEvents(..)}. Uses the real authority on
 * the real directories, fed with the facts said to be known, and gives the decider exactly those
 * facts that its boundary would find in the log.
 */
public final class DeciderScenario<C, E, S> {
    private final Decider<C, E, S> decider;
    private final ScenarioLog log;
    private final ScenarioRows rows;
    private final Set<Class<?>> readable;
    private Actor actor = new Actor("nobody", Set.of());
    private @Nullable Actor clerk;
    private Instant at = day("2010-06-15");
    private long position;
    private S state;
    private List<? extends E> events = List.of();
    private @Nullable Refusal refusal;
    private List<Concern> concerns = List.of();

    private DeciderScenario(
            Decider<C, E, S> decider,
            ScenarioLog log,
            List<View<?, ?>> views,
            Set<Class<?>> readable) {
        this.decider = decider;
        this.state = decider.own().initial();
        this.log = log;
        this.rows =
                new ScenarioRows(
                        Stream.concat(views.stream(), Directories.ofEveryService().stream())
                                .toList());
        this.readable = readable;
    }

    /**
     * A scenario of this service for one of its deciders. Facts lie under the tags that the page's
     * deciders give them; rules look at the page's views and directories.
     */
    public static <C, E, S> DeciderScenario<C, E, S> of(Service page, Decider<C, E, S> decider) {
        List<Decider<?, ?, ?>> deciders = new ArrayList<>(page.deciders());
        if (!deciders.removeIf(one -> one.name().equals(decider.name())))
            throw new AssertionError("not a decider of the page: " + decider.name());
        deciders.add(decider);
        Set<Class<?>> readable = new HashSet<>(AppointmentFacts.ALL);
        page.listensTo().values().forEach(readable::addAll);
        return new DeciderScenario<>(
                decider,
                new ScenarioLog(deciders, true),
                Stream.concat(page.views().stream(), page.directories().stream()).toList(),
                readable);
    }

    /**
     * A scenario without the service's page: facts of other concepts count as found, whatever their
     * tags.
     */
    public static <C, E, S> DeciderScenario<C, E, S> of(
            Decider<C, E, S> decider, View<?, ?>... directories) {
        return new DeciderScenario<>(
                decider, new ScenarioLog(List.of(decider), false), List.of(directories), Set.of());
    }

    /** The first instant of an ISO date at the university. */
    public static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(Given.ZONE).toInstant();
    }

    /** From here on, facts and commands are true from this ISO date. */
    public DeciderScenario<C, E, S> on(String date) {
        at = day(date);
        return this;
    }

    /** From here on this person acts. */
    public DeciderScenario<C, E, S> by(String person, String... roles) {
        actor = new Actor(person, Set.of(roles));
        clerk = null;
        return this;
    }

    /** From here on this other person acts in the place of whoever acts. */
    public DeciderScenario<C, E, S> through(String person) {
        clerk = new Actor(person, Set.of());
        return this;
    }

    /** Facts of the service's own log. */
    public DeciderScenario<C, E, S> given(Object... ownEvents) {
        for (Object event : ownEvents) {
            Fact<?> fact = fact("own", event);
            log.add(fact);
            rows.learn(fact);
        }
        return this;
    }

    /**
     * A fact of the service's own log that was recorded later than it is true.
     *
     * @param recordedOn ISO date
     * @param envelope what its metadata say besides who acted
     */
    public DeciderScenario<C, E, S> givenLate(
            String recordedOn, Map<String, String> envelope, Object ownEvent) {
        Fact<?> known = fact("own", ownEvent);
        Map<String, String> metadata = new HashMap<>(known.metadata());
        metadata.putAll(envelope);
        Fact<?> late =
                new Fact<>(
                        known.source(),
                        known.position(),
                        known.id(),
                        known.type(),
                        known.event(),
                        known.effectiveAt(),
                        day(recordedOn),
                        metadata);
        log.add(late);
        rows.learn(late);
        return this;
    }

    /** Facts of other services that have arrived, told with the reader's records. */
    public DeciderScenario<C, E, S> knowing(Object... foreignEvents) {
        for (Object event : foreignEvents) {
            if (!readable.isEmpty() && !readable.contains(event.getClass()))
                throw new AssertionError("the page does not listen to " + event.getClass());
            rows.learn(fact("foreign", event));
        }
        return this;
    }

    /** The command meets the state. */
    public DeciderScenario<C, E, S> when(C command) {
        events = List.of();
        refusal = null;
        if (Mutation.ignores(command)) return this;
        Validity.check(command);
        state = log.own(decider, command);
        Found found = log.found(decider, command);
        AskedAuthority asked = new AskedAuthority(authority());
        Given now = new ScenarioGiven(actor, at, asked, found, rows);
        try {
            events = decider.answer(state, command, now);
        } catch (Refusal refused) {
            refusal = refused;
            events = refused.facts().stream().map(decider.emits()::cast).toList();
            requireNoPreview(command, refused);
        }
        concerns = events.stream().map(e -> concern(e, now)).toList();
        asked.requireDeclared(command);
        if (!Mutation.isInForce())
            new AuthorityLaw<>(decider, decider::answer).check(command, at, log, rows);
        return this;
    }

    private static void requireNoPreview(Object command, Refusal refused) {
        Undisclosed hidden = command.getClass().getAnnotation(Undisclosed.class);
        if (!refused.facts().isEmpty() && (hidden == null || !hidden.outcome()))
            fail("a preview would be an attempt that leaves nothing: %s", command.getClass());
    }

    /** Exactly these events, on somebody's authority. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final DeciderScenario<C, E, S> thenEvents(E... expected) {
        if (refusal != null) fail("refused: " + refusal.code() + " " + refusal.reason());
        requireEvents(expected);
        return this;
    }

    private void requireEvents(E[] expected) {
        assertThat(List.<Object>copyOf(events)).isEqualTo(List.<Object>of((Object[]) expected));
        for (Concern concern : concerns)
            assertThat(concern.clauses())
                    .as("an event says what it concerns")
                    .allMatch(clause -> clause.matches("S\\d+|P-[A-Z0-9-]+"));
    }

    /** The refusal leaves exactly these events, on somebody's authority. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final DeciderScenario<C, E, S> leaving(E... expected) {
        if (refusal == null) fail("not refused: " + events);
        requireEvents(expected);
        return this;
    }

    /** Nothing has to change. */
    public DeciderScenario<C, E, S> thenNothing() {
        return thenEvents();
    }

    /** A rule says no with this code. */
    public DeciderScenario<C, E, S> thenRefused(RefusalCode code) {
        if (refusal == null) fail("not refused: " + events);
        else assertThat(refusal.code()).as(refusal.reason()).isEqualTo(code);
        return this;
    }

    /** A rule says no with this code, for this clause, in words that contain this part. */
    public DeciderScenario<C, E, S> thenRefused(RefusalCode code, String clause, String part) {
        thenRefused(code);
        if (refusal == null) throw new AssertionError("unreachable");
        assertThat(refusal.clause()).isEqualTo(clause);
        assertThat(refusal.reason()).contains(part);
        return this;
    }

    private Concern concern(E event, Given now) {
        return decider.concern().concern(state, event, now);
    }

    private Fact<?> fact(String source, Object event) {
        position++;
        return new Fact<>(
                source,
                position,
                source + "-" + position,
                source + "." + event.getClass().getSimpleName(),
                event,
                at,
                at,
                Map.of("actor", actor.person()));
    }

    private EffectiveAuthority authority() {
        return clerk == null
                ? new EffectiveAuthority(actor, at, rows)
                : EffectiveAuthority.onBehalf(actor, clerk, at, rows);
    }
}
