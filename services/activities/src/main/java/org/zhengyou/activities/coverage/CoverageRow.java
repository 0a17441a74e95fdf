package org.zhengyou.activities.coverage;

import org.zhengyou.activities.directory.OrganizationRecord;
import org.zhengyou.activities.themes.ActivityTheme;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;

/**
 * One organisation or one member of the register, with what reached it.
 *
 * @param register what is known of the organisation; nothing for a member
 * @param branch the member's branch over time, empty from the end of membership; nothing for an
 *     organisation
 * @param conveyed the plans conveyed to the organisation
 * @param reached since when: plans acknowledged, plans adopted, themes held, tasks
 * @param attended the theme of each activity that the member attended, by activity and branch
 */
public record CoverageRow(
        OrganizationRecord register,
        Timeline<String> branch,
        Timeline<String> conveyed,
        Firsts<String> reached,
        Ledger<String, ActivityTheme> attended) {

    static CoverageRow empty(String key) {
        return new CoverageRow(
                OrganizationRecord.empty(key),
                Timeline.empty(),
                Timeline.empty(),
                Firsts.empty(),
                Ledger.empty());
    }

    CoverageRow with(OrganizationRecord known) {
        return new CoverageRow(known, branch, conveyed, reached, attended);
    }

    CoverageRow with(Timeline<String> affiliation) {
        return new CoverageRow(register, affiliation, conveyed, reached, attended);
    }

    CoverageRow received(Timeline<String> plans) {
        return new CoverageRow(register, branch, plans, reached, attended);
    }

    CoverageRow with(String what, Order since) {
        return new CoverageRow(register, branch, conveyed, reached.with(what, since), attended);
    }

    CoverageRow with(Ledger<String, ActivityTheme> activities) {
        return new CoverageRow(register, branch, conveyed, reached, activities);
    }
}
