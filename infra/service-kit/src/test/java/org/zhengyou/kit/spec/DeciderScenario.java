package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.BodyDirectory;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule in the rule's words: {@code given(..).when(..).thenEvents(..)}. Uses the real authority on
 * the real directories, fed with the facts said to be known, and gives the decider exactly those
 * facts that its boundary would find in the log.
 */
public final class DeciderScenario<C, E, S> {
    private final Decider<C, E, S> decider;
    private final Map<Class<?>, MemoryRows<?>> directories = new HashMap<>();
    private final List<Fact<?>> history = new ArrayList<>();
    private Actor actor = new Actor("nobody", Set.of());
    private Instant at = day("2010-06-15");
    private long position;
    private List<? extends E> events = List.of();
    private @Nullable Refusal refusal;
    private boolean authorityAsked;

    private DeciderScenario(Decider<C, E, S> decider, List<View<?, ?>> directories) {
        this.decider = decider;
        for (View<?, ?> view : directories)
            this.directories.put(view.getClass(), new MemoryRows<>(view));
        List.of(new OrganizationDirectory(), new OfficeDirectory(), new BodyDirectory())
                .forEach(view -> this.directories.put(view.getClass(), new MemoryRows<>(view)));
    }

    /** A scenario for this decider, with the directories and views its rules look at. */
    public static <C, E, S> DeciderScenario<C, E, S> of(
            Decider<C, E, S> decider, View<?, ?>... directories) {
        return new DeciderScenario<>(decider, Arrays.asList(directories));
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
        return this;
    }

    /** Facts of the service's own log. */
    public DeciderScenario<C, E, S> given(Object... ownEvents) {
        for (Object event : ownEvents) {
            Fact<?> fact = fact("own", event);
            history.add(fact);
            learn(fact);
        }
        return this;
    }

    /** Facts of other services that have arrived, told with the reader's records. */
    public DeciderScenario<C, E, S> knowing(Object... foreignEvents) {
        for (Object event : foreignEvents) learn(fact("foreign", event));
        return this;
    }

    /** The command meets the state. */
    public DeciderScenario<C, E, S> when(C command) {
        S state = decider.initial();
        Set<Tag> boundary = decider.boundary().apply(command);
        for (Fact<?> fact : history)
            if (decider.sees().isInstance(fact.event()) && isTagged(fact, boundary))
                state = decider.evolve().apply(state, fact);
        events = List.of();
        refusal = null;
        EffectiveAuthority authority = new EffectiveAuthority(actor, at, this::look);
        try {
            events = decider.decide().decide(state, command, given(authority));
        } catch (Refusal refused) {
            refusal = refused;
        }
        authorityAsked = authority.grounds().isPresent();
        return this;
    }

    /** Exactly these events, on somebody's authority. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final DeciderScenario<C, E, S> thenEvents(E... expected) {
        if (refusal != null) fail("refused: " + refusal.code() + " " + refusal.reason());
        assertThat(List.<Object>copyOf(events)).isEqualTo(List.<Object>of((Object[]) expected));
        if (expected.length > 0)
            assertThat(authorityAsked).as("a decision states its authority").isTrue();
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

    private boolean isTagged(Fact<?> fact, Set<Tag> boundary) {
        // Events of other concepts come from a decider with tags of its own: they are given on
        // purpose, so they count as found.
        if (!decider.emits().isInstance(fact.event())) return true;
        Set<Tag> tags = decider.tags().apply(decider.emits().cast(fact.event()));
        return tags.stream().anyMatch(boundary::contains);
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

    private void learn(Fact<?> fact) {
        directories.values().forEach(rows -> rows.fold(fact));
    }

    private <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        MemoryRows<?> rows = directories.get(view);
        if (rows == null) throw new AssertionError("name " + view.getSimpleName() + " in of(..)");
        @SuppressWarnings("unchecked")
        R row = (R) rows.find(key);
        return row;
    }

    private Given given(Authority authority) {
        Actor who = actor;
        Instant when = at;
        return new Given() {
            @Override
            public Actor actor() {
                return who;
            }

            @Override
            public Instant effectiveAt() {
                return when;
            }

            @Override
            public Authority authority() {
                return authority;
            }

            @Override
            public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
                return DeciderScenario.this.look(view, key);
            }
        };
    }
}
