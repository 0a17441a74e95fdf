package org.zhengyou.organizations.register;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;

/**
 * 党组织名册 (S6, S66). The organisations that a decision is about, as the log itself has them: no view
 * lags behind here.
 *
 * @param known those that were established, by id
 * @param below what was put under an organisation, when it was established or by a merger
 */
public record Register(Map<OrganizationId, Known> known, Map<OrganizationId, Below> below) {
    /** Nothing is known. */
    public static final Register EMPTY = new Register(Map.of(), Map.of());

    /**
     * One organisation.
     *
     * @param as how it was established
     * @param from since when it exists
     * @param until when it ended; null while no end is on record
     * @param into the heir, where it was merged
     */
    public record Known(
            OrganizationEstablished as,
            Instant from,
            @Nullable Instant until,
            @Nullable OrganizationId into) {
        /** Whether it exists at this instant. */
        public boolean existsAt(Instant at) {
            return !from.isAfter(at) && (until == null || until.isAfter(at));
        }
    }

    /**
     * What was put under one organisation.
     *
     * @param children ids, whether they still exist or not
     * @param last the latest instant at which something was put there, or merged into it
     */
    record Below(Set<String> children, Instant last) {
        Below {
            children = Set.copyOf(children);
        }
    }

    /** Copies the maps. */
    public Register {
        known = Map.copyOf(known);
        below = Map.copyOf(below);
    }

    /**
     * The organisation with this id, which exists at this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal {@code NOT_ON_RECORD} if it was never established,
     *     {@code OUT_OF_SCOPE} if it does not exist then
     */
    public Known existing(OrganizationId id, Instant at, String clause) {
        Known one = known.get(id);
        if (one == null) throw refuse(NOT_ON_RECORD, clause, "no organisation " + id.value());
        if (!one.existsAt(at))
            throw refuse(OUT_OF_SCOPE, clause, id.value() + " does not exist on that date");
        return one;
    }

    Optional<Known> withCode(String code) {
        return known.values().stream().filter(one -> one.as().code().equals(code)).findFirst();
    }

    /** Whether something was put under this organisation, or merged into it, after this instant. */
    boolean isUsedAfter(OrganizationId id, Instant at) {
        Below under = below.get(id);
        return under != null && under.last().isAfter(at);
    }

    /** Ids of what was ever put under this organisation, in their order. */
    Set<String> children(OrganizationId id) {
        Below under = below.get(id);
        return under == null ? Set.of() : new TreeSet<>(under.children());
    }

    /** With one more fact; facts of other concepts change nothing. */
    public Register after(Fact<?> fact) {
        if (!(fact.event() instanceof OrganizationEvent event)) return this;
        Map<OrganizationId, Known> next = new HashMap<>(known);
        Map<OrganizationId, Below> under = new HashMap<>(below);
        Instant at = fact.effectiveAt();
        switch (event) {
            case OrganizationEstablished e -> {
                next.put(e.organization(), new Known(e, at, null, null));
                if (e.parent() != null)
                    put(under, e.parent(), Set.of(e.organization().value()), at);
            }
            case OrganizationsMerged m -> {
                m.merged().forEach(id -> end(next, id, at, m.organization()));
                Set<String> moved = new TreeSet<>();
                m.moved().forEach(id -> moved.add(id.value()));
                put(under, m.organization(), moved, at);
            }
            case OrganizationDissolved d -> end(next, d.organization(), at, null);
        }
        return new Register(next, under);
    }

    private static void put(
            Map<OrganizationId, Below> under, OrganizationId id, Set<String> more, Instant at) {
        under.merge(
                id,
                new Below(more, at),
                (old, one) -> {
                    Set<String> children = new TreeSet<>(old.children());
                    children.addAll(one.children());
                    return new Below(children, old.last().isAfter(at) ? old.last() : at);
                });
    }

    private static void end(
            Map<OrganizationId, Known> next,
            OrganizationId id,
            Instant at,
            @Nullable OrganizationId into) {
        next.computeIfPresent(id, (same, one) -> new Known(one.as(), one.from(), at, into));
    }
}
