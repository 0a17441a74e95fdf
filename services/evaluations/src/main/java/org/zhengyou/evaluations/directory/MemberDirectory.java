package org.zhengyou.evaluations.directory;

import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

/** 党员名录 (S4). To which branch a member belonged, and as what, over time. One row per member. */
public final class MemberDirectory implements View<Membership> {
    @Override
    public String name() {
        return "member-directory";
    }

    @Override
    public Class<Membership> row() {
        return Membership.class;
    }

    @Override
    public Membership empty(String key) {
        return Membership.UNKNOWN;
    }

    @Override
    public void on(Fact<?> fact, Documents<Membership> rows) {
        Membership.memberOf(fact).ifPresent(member -> rows.update(member, row -> row.after(fact)));
    }
}
