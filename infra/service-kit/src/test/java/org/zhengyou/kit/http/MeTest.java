package org.zhengyou.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.Allowed.Level;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

class MeTest {
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S57")
    private record Plan() {}

    @Allowed(function = OfficeFunction.GUIDE, level = Level.COMMITTEE, clause = "S2")
    private record Launch() {}

    @Allowed(level = Level.COMMITTEE_ITSELF, clause = "S2")
    private record Except() {}

    @Allowed(level = Level.SELF, clause = "S110")
    private record Report() {}

    @Allowed(level = Level.SETUP, clause = "S90")
    private record SetUp() {}

    @Allowed(level = Level.ABOVE_COMMITTEE, clause = "S90")
    private record Fill() {}

    private static final Map<String, Class<?>> COMMANDS =
            Map.of("Plan", Plan.class, "Launch", Launch.class, "Except", Except.class);

    private final Map<Class<?>, MemoryRows<?>> directories = new HashMap<>();
    private final Lookup lookup =
            new Lookup() {
                @Override
                @SuppressWarnings("unchecked")
                public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
                    return (R) Objects.requireNonNull(directories.get(view)).find(key);
                }
            };

    @BeforeEach
    void theUniversity() {
        for (View<?, ?> view : Directories.ofEveryService())
            directories.put(view.getClass(), new MemoryRows<>(view));
        List<Fact<?>> facts =
                ViewLaws.facts(
                        "organizations",
                        "2006-01-01",
                        organization("committee", "PARTY_COMMITTEE", null),
                        organization("college", "GENERAL_BRANCH", "committee"),
                        new OfficeAppointmentMade("a-1", "college", "SECRETARY", "han"),
                        new OfficeAppointmentMade("a-2", "committee", "SECRETARY", "gao"),
                        new FunctionGranted("group", "committee", OfficeFunction.GUIDE),
                        new BodyAppointmentMade("a-3", "group", "committee", "MEMBER", "wu"));
        for (Fact<?> fact : facts) directories.values().forEach(rows -> rows.fold(fact));
    }

    private static OrganizationEstablished organization(
            String id, String type, @Nullable String parent) {
        return new OrganizationEstablished(id, type, "COLLEGE", parent, "中文" + id, id);
    }

    private Me of(String person, String... roles) {
        return Me.of(
                new Actor(person, Set.of(roles)),
                Instant.parse("2010-06-15T00:00:00Z"),
                lookup,
                COMMANDS);
    }

    @Test
    void a_secretary_may_do_what_is_done_over_their_organisation() {
        Me.Held held = of("han").offices().getFirst();

        assertThat(held.labelZh()).isEqualTo("中文college");
        assertThat(held.office()).isEqualTo("SECRETARY");
        assertThat(held.body()).isNull();
        assertThat(held.functions()).containsExactly(OfficeFunction.values());
        assertThat(held.commands())
                .containsExactly(new Me.Possible("Plan", Level.OVER, List.of("S57")));
    }

    @Test
    void the_secretary_of_the_committee_may_do_what_is_its_own() {
        assertThat(of("gao").offices().getFirst().commands())
                .extracting(Me.Possible::name)
                .containsExactlyInAnyOrder("Plan", "Launch", "Except");
    }

    @Test
    void a_seat_gives_what_the_body_was_granted_and_not_what_needs_an_office() {
        Me.Held held = of("wu").offices().getFirst();

        assertThat(held.body()).isEqualTo("group");
        assertThat(held.functions()).containsExactly(OfficeFunction.GUIDE);
        assertThat(held.commands()).extracting(Me.Possible::name).containsExactly("Launch");
    }

    @Test
    void whoever_holds_nothing_speaks_for_themselves_alone() {
        Me me =
                Me.of(
                        new Actor("ann", Set.of(Actor.SETUP)),
                        Instant.parse("2010-06-15T00:00:00Z"),
                        lookup,
                        Map.of("Report", Report.class, "Plan", Plan.class, "Set", SetUp.class));

        assertThat(me.offices()).isEmpty();
        assertThat(me.commands()).containsExactly("Report");
    }

    @Test
    void whoever_sets_up_brings_in_what_was_decided_above_the_committee() {
        Map<String, Class<?>> one = Map.of("Fill", Fill.class);
        Instant now = Instant.parse("2010-06-15T00:00:00Z");
        for (String person : List.of("ann", "gao")) {
            assertThat(Me.of(new Actor(person, Set.of(Actor.SETUP)), now, lookup, one).commands())
                    .containsExactly("Fill");
            assertThat(Me.of(new Actor(person, Set.of()), now, lookup, one).commands()).isEmpty();
        }
    }
}
