package org.zhengyou.organizations.register;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;

/**
 * 存续 (S66). One organisation over time, as views keep it.
 *
 * @param established how it was established
 * @param alive true from its beginning, false from its end
 * @param parent the organisation above; after a merger of that one, its heir
 * @param into the organisation it was merged into
 */
public record Life(
        Timeline<OrganizationEstablished> established,
        Timeline<Boolean> alive,
        Timeline<String> parent,
        Timeline<String> into) {
    /** Nothing is known of it. */
    public static final Life UNKNOWN =
            new Life(Timeline.empty(), Timeline.empty(), Timeline.empty(), Timeline.empty());

    /** Tells each organisation that a fact is about what it changes. */
    public static void on(Fact<?> fact, BiConsumer<String, UnaryOperator<Life>> update) {
        switch (fact.event()) {
            case OrganizationEstablished e ->
                    update.accept(e.organization().value(), life -> life.begun(fact, e));
            case OrganizationDissolved e ->
                    update.accept(e.organization().value(), life -> life.ended(fact, null));
            case OrganizationsMerged e -> {
                String heir = e.organization().value();
                e.merged().forEach(id -> update.accept(id.value(), l -> l.ended(fact, heir)));
                e.moved().forEach(id -> update.accept(id.value(), l -> l.moved(fact, heir)));
            }
            default -> {}
        }
    }

    /** How it was established, if it was by then. */
    public Optional<OrganizationEstablished> establishedAt(Instant asOf) {
        return established.at(asOf);
    }

    /** Whether it exists at this instant. */
    public boolean existsAt(Instant asOf) {
        return alive.at(asOf).orElse(false);
    }

    private Life begun(Fact<?> fact, OrganizationEstablished e) {
        Timeline<String> above =
                e.parent() == null ? parent : parent.with(fact.order(), e.parent().value());
        return new Life(
                established.with(fact.order(), e), alive.with(fact.order(), true), above, into);
    }

    private Life ended(Fact<?> fact, @Nullable String heir) {
        return new Life(
                established,
                alive.with(fact.order(), false),
                parent,
                heir == null ? into : into.with(fact.order(), heir));
    }

    private Life moved(Fact<?> fact, String heir) {
        return new Life(established, alive, parent.with(fact.order(), heir), into);
    }
}
