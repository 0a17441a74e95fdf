package org.zhengyou.insight.dashboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceAnnulled;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceRecorded;
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
 * @param firsts plans, meetings, activities, reports, results, nominations, commendations
 * @param attended the theme of each activity that a member attended, by activity and member
 */
public record OrganizationRow(
        String organization,
        Timeline<OrganizationEstablished> known,
        Timeline<Boolean> alive,
        Timeline<String> parent,
        Ledger<String, Boolean> members,
        Timeline<String> conveyed,
        Firsts<String> firsts,
        Ledger<String, String> attended) {
    static OrganizationRow empty(String organization) {
        return new OrganizationRow(
                organization,
                Timeline.empty(),
                Timeline.empty(),
                Timeline.empty(),
                Ledger.empty(),
                Timeline.empty(),
                Firsts.empty(),
                Ledger.empty());
    }

    OrganizationRow established(Fact<?> fact, OrganizationEstablished e) {
        return new OrganizationRow(
                organization,
                known.with(fact.order(), e),
                alive.with(fact.order(), true),
                e.parent() == null ? parent : parent.with(fact.order(), e.parent()),
                members,
                conveyed,
                firsts,
                attended);
    }

    OrganizationRow ended(Fact<?> fact) {
        return new OrganizationRow(
                organization,
                known,
                alive.with(fact.order(), false),
                parent,
                members,
                conveyed,
                firsts,
                attended);
    }

    OrganizationRow moved(Fact<?> fact, String heir) {
        return new OrganizationRow(
                organization,
                known,
                alive,
                parent.with(fact.order(), heir),
                members,
                conveyed,
                firsts,
                attended);
    }

    OrganizationRow member(Fact<?> fact, String member, boolean belongs) {
        return new OrganizationRow(
                organization,
                known,
                alive,
                parent,
                members.with(member, fact.order(), belongs),
                conveyed,
                firsts,
                attended);
    }

    OrganizationRow received(Fact<?> fact, String plan) {
        return new OrganizationRow(
                organization,
                known,
                alive,
                parent,
                members,
                conveyed.with(fact.order(), plan),
                firsts,
                attended);
    }

    /** The same, and this was so of these ids, each for itself. */
    OrganizationRow with(String kind, Iterable<String> ids, Fact<?> fact) {
        Firsts<String> more = firsts;
        for (String id : ids) more = more.with(kind + ' ' + id, fact.order());
        return new OrganizationRow(
                organization, known, alive, parent, members, conveyed, more, attended);
    }

    /** The same, and these members attended. */
    OrganizationRow attended(AttendanceRecorded e, Fact<?> fact) {
        Ledger<String, String> more = attended;
        for (String member : e.present())
            more = more.with(attendance(e.activity(), member), fact.order(), e.theme());
        return with(more);
    }

    /** The same without what was recorded of these members. */
    OrganizationRow annulled(AttendanceAnnulled e, Fact<?> fact) {
        Ledger<String, String> left = attended;
        for (String member : e.members())
            left = left.without(attendance(e.activity(), member), fact.order());
        return with(left);
    }

    private OrganizationRow with(Ledger<String, String> activities) {
        return new OrganizationRow(
                organization, known, alive, parent, members, conveyed, firsts, activities);
    }

    private static String attendance(String activity, String member) {
        return activity + '/' + member;
    }

    /** By theme, who attended by this instant. */
    Map<String, Set<String>> attendedBy(Instant asOf) {
        Map<String, Set<String>> reached = new HashMap<>();
        attended.at(asOf)
                .forEach(
                        (key, theme) ->
                                reached.computeIfAbsent(theme, t -> new HashSet<>())
                                        .add(key.substring(key.indexOf('/') + 1)));
        return reached;
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
