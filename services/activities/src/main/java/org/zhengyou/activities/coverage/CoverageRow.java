package org.zhengyou.activities.coverage;

import org.zhengyou.activities.directory.OrganizationRecord;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;

/**
 * One organisation or one member of the register, with what reached it.
 *
 * @param register what is known of the organisation; nothing for a member
 * @param branch the member's branch over time, empty from the end of membership; nothing for an
 *     organisation
 * @param conveyed the plans conveyed to the organisation
 * @param reached since when: plans acknowledged, plans adopted, themes, tasks
 */
public record CoverageRow(
        OrganizationRecord register,
        Timeline<String> branch,
        Timeline<String> conveyed,
        Firsts<String> reached) {

    static CoverageRow empty(String key) {
        return new CoverageRow(
                OrganizationRecord.empty(key), Timeline.empty(), Timeline.empty(), Firsts.empty());
    }

    CoverageRow with(OrganizationRecord known) {
        return new CoverageRow(known, branch, conveyed, reached);
    }

    CoverageRow with(Timeline<String> affiliation) {
        return new CoverageRow(register, affiliation, conveyed, reached);
    }

    CoverageRow received(Timeline<String> plans) {
        return new CoverageRow(register, branch, plans, reached);
    }

    CoverageRow with(String what, Order since) {
        return new CoverageRow(register, branch, conveyed, reached.with(what, since));
    }
}
