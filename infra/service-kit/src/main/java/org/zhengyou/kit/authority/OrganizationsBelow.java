package org.zhengyou.kit.authority;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Lookup;

/**
 * 下级党组织 (S6, S66). What ever stood directly below an organisation, or was merged into it; whether
 * it still does, {@link OrganizationDirectory} says. Spread over some rows, so that none grows
 * large. Named on the page of a service whose rules ask for the size of a register.
 */
public final class OrganizationsBelow extends Directory<OrganizationsBelow.Some> {
    private static final int PARTS = 16;

    /**
     * Some of those below one organisation.
     *
     * @param below by id, since when
     */
    public record Some(Firsts<String> below) {}

    /** The directory; its rows are empty. */
    public OrganizationsBelow() {
        super("organizations-below", Some.class, key -> new Some(Firsts.empty()));
    }

    /** The organisation itself and all that ever stood below it, on whatever level. */
    static Set<String> everWithin(String organization, Lookup lookup) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> next = Set.of(organization);
        while (all.addAll(next)) next = below(next, lookup);
        return all;
    }

    private static Set<String> below(Set<String> organizations, Lookup lookup) {
        List<String> keys =
                organizations.stream()
                        .flatMap(one -> IntStream.range(0, PARTS).mapToObj(part -> key(one, part)))
                        .toList();
        Set<String> found = new LinkedHashSet<>();
        lookup.lookAll(OrganizationsBelow.class, keys)
                .values()
                .forEach(some -> found.addAll(some.below().keys()));
        return found;
    }

    private static String key(String organization, int part) {
        return organization + '/' + part;
    }

    @Override
    public void on(Fact<?> fact, Documents<Some> rows) {
        switch (fact.event()) {
            case OrganizationEstablished e when e.parent() != null ->
                    add(rows, fact, e.parent(), e.organization());
            case OrganizationsMerged e -> {
                e.merged().forEach(one -> add(rows, fact, e.organization(), one));
                e.moved().forEach(one -> add(rows, fact, e.organization(), one));
            }
            default -> {}
        }
    }

    private static void add(Documents<Some> rows, Fact<?> fact, String above, String one) {
        int part = Math.floorMod(one.hashCode(), PARTS);
        rows.update(key(above, part), row -> new Some(row.below().with(one, fact.order())));
    }
}
