package org.zhengyou.activities.coverage;

import org.zhengyou.kit.authority.Membership;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;

/**
 * One organisation or one member of the register, with what reached it.
 *
 * @param subject its id
 * @param register what is known of the organisation; nothing for a member
 * @param membership where the member belonged; nothing for an organisation
 * @param conveyed the plans conveyed to the organisation
 * @param reached since when: plans acknowledged, plans adopted, themes, tasks
 */
public record CoverageRow(
        String subject,
        Entry register,
        Membership membership,
        Timeline<String> conveyed,
        Firsts<String> reached) {

    static CoverageRow empty(String key) {
        return new CoverageRow(
                key, Entry.UNKNOWN, Membership.UNKNOWN, Timeline.empty(), Firsts.empty());
    }

    CoverageRow with(Entry known) {
        return new CoverageRow(subject, known, membership, conveyed, reached);
    }

    CoverageRow with(Membership known) {
        return new CoverageRow(subject, register, known, conveyed, reached);
    }

    CoverageRow received(Timeline<String> plans) {
        return new CoverageRow(subject, register, membership, plans, reached);
    }

    CoverageRow with(String what, Order since) {
        return new CoverageRow(subject, register, membership, conveyed, reached.with(what, since));
    }
}
