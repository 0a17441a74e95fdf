package org.zhengyou.insight.dashboard;

import java.time.Instant;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Ledger;
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
        Ledger<String, Boolean> members,
        Timeline<String> conveyed,
        Firsts<String> firsts) {
    static OrganizationRow empty(String organization) {
        return new OrganizationRow(
                organization,
                Timeline.empty(),
                Timeline.empty(),
                Timeline.empty(),
                Ledger.empty(),
                Timeline.empty(),
                Firsts.empty());
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
                members.with(member, fact.order(), belongs),
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

    /** The same, and this was so of these ids, each for itself. */
    OrganizationRow with(String kind, Iterable<String> ids, Fact<?> fact) {
        Firsts<String> more = firsts;
        for (String id : ids) more = more.with(kind + ' ' + id, fact.order());
        return new OrganizationRow(organization, known, alive, parent, members, conveyed, more);
    }

    boolean has(String kind, String id, Instant asOf) {
        return firsts.isSo(kind + ' ' + id, asOf);
    }

    int count(String kind, Instant asOf) {
        // '!' is the character that follows the blank after the kind.
        return firsts.at(asOf).subMap(kind + ' ', kind + '!').size();
    }

    /** Whether this member belongs to the organisation at this instant. */
    boolean hasMember(String member, Instant asOf) {
        return members.at(member, asOf).orElse(false);
    }
}
