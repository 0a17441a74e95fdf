package org.zhengyou.activities.coverage;

import org.zhengyou.activities.themes.ActivityTheme;
import org.zhengyou.kit.authority.Membership;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;

/**
 * One organisation or one member of the register, with what reached it.
 *
 * @param subject its id
 * @param register what is known of the organisation; nothing for a member
 * @param membership where the member belonged; nothing for an organisation
 * @param conveyed the plans conveyed to the organisation
 * @param reached since when: plans acknowledged, plans adopted, themes held, tasks
 * @param attended the theme of each activity that the member attended, by activity and branch
 */
public record CoverageRow(
        String subject,
        Entry register,
        Membership membership,
        Timeline<String> conveyed,
        Firsts<String> reached,
        Ledger<String, ActivityTheme> attended) {

    static CoverageRow empty(String key) {
        return new CoverageRow(
                key,
                Entry.UNKNOWN,
                Membership.UNKNOWN,
                Timeline.empty(),
                Firsts.empty(),
                Ledger.empty());
    }

    CoverageRow with(Entry known) {
        return new CoverageRow(subject, known, membership, conveyed, reached, attended);
    }

    CoverageRow with(Membership known) {
        return new CoverageRow(subject, register, known, conveyed, reached, attended);
    }

    CoverageRow received(Timeline<String> plans) {
        return new CoverageRow(subject, register, membership, plans, reached, attended);
    }

    CoverageRow with(String what, Order since) {
        return new CoverageRow(
                subject, register, membership, conveyed, reached.with(what, since), attended);
    }

    CoverageRow with(Ledger<String, ActivityTheme> activities) {
        return new CoverageRow(subject, register, membership, conveyed, reached, activities);
    }
}
