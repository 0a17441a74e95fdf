package org.zhengyou.insight.dashboard;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * What the dashboard keeps of one organisation.
 *
 * @param organization its id
 * @param known what was said when it was established
 * @param alive true from its establishment, false from its end
 * @param parent the organisation above; after a merger of that one, its heir
 * @param members by member, whether it is the member's branch
 * @param conveyed the plans it received
 * @param firsts plans, meetings, activities, members reached, reports, results, nominations,
 *     commendations
 */
public record OrganizationRow(
        String organization,
        Timeline<OrganizationEstablished> known,
        Timeline<Boolean> alive,
        Timeline<String> parent,
        SortedMap<String, Timeline<Boolean>> members,
        Timeline<String> conveyed,
        Firsts firsts) {
    /** Copies the maps. */
    public OrganizationRow {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    static OrganizationRow empty(String organization) {
        return new OrganizationRow(
                organization,
                Timeline.empty(),
                Timeline.empty(),
                Timeline.empty(),
                new TreeMap<>(),
                Timeline.empty(),
                Firsts.NONE);
    }

    OrganizationRow established(Fact<?> fact, OrganizationEstablished e) {
        return new OrganizationRow(
                organization,
                known.with(fact.order(), e),
                alive.with(fact.order(), true),
                e.parent() == null ? parent : parent.with(fact.order(), e.parent()),
                members,
                conveyed,
                firsts);
    }

    OrganizationRow ended(Fact<?> fact) {
        return new OrganizationRow(
                organization,
                known,
                alive.with(fact.order(), false),
                parent,
                members,
                conveyed,
                firsts);
    }

    OrganizationRow moved(Fact<?> fact, String heir) {
        return new OrganizationRow(
                organization,
                known,
                alive,
                parent.with(fact.order(), heir),
                members,
                conveyed,
                firsts);
    }

    OrganizationRow member(Fact<?> fact, String member, boolean belongs) {
        return new OrganizationRow(
                organization,
                known,
                alive,
                parent,
                with(members, member, fact, belongs),
                conveyed,
                firsts);
    }

    OrganizationRow received(Fact<?> fact, String plan) {
        return new OrganizationRow(
                organization,
                known,
                alive,
                parent,
                members,
                conveyed.with(fact.order(), plan),
                firsts);
    }

    OrganizationRow with(Firsts more) {
        return new OrganizationRow(organization, known, alive, parent, members, conveyed, more);
    }

    /** Whether this member belongs to the organisation at this instant. */
    boolean hasMember(String member, Instant asOf) {
        Timeline<Boolean> belongs = members.get(member);
        return belongs != null && belongs.at(asOf).orElse(false);
    }

    private static <T> SortedMap<String, Timeline<T>> with(
            SortedMap<String, Timeline<T>> map, String key, Fact<?> fact, T value) {
        SortedMap<String, Timeline<T>> more = new TreeMap<>(map);
        more.merge(
                key,
                Timeline.<T>empty().with(fact.order(), value),
                (known, one) -> known.with(fact.order(), value));
        return more;
    }
}
