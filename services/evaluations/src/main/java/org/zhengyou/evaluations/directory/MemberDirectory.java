package org.zhengyou.evaluations.directory;

import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;

/** 党员名录 (S4). To which branch a member belonged, and as what, over time. One row per member. */
public final class MemberDirectory extends Directory<Membership> {
    /** The view; its rows are empty. */
    public MemberDirectory() {
        super("member-directory", Membership.class, key -> Membership.UNKNOWN);
    }

    @Override
    public void on(Fact<?> fact, Documents<Membership> rows) {
        Membership.memberOf(fact).ifPresent(member -> rows.update(member, row -> row.after(fact)));
    }
}
