package org.zhengyou.kit.authority;

import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;

/**
 * 党员名录 (S4). On which branch's register a member was, and as what, over time. One row per member,
 * so that a row stays as small as one's own history; filled once a service's page says {@code
 * knowsMembers()}.
 */
public final class MemberDirectory extends Directory<Membership> {
    /** The directory; its rows are empty. */
    public MemberDirectory() {
        super("member-directory", Membership.class, key -> Membership.UNKNOWN);
    }

    @Override
    public void on(Fact<?> fact, Documents<Membership> rows) {
        Membership.memberOf(fact).ifPresent(member -> rows.update(member, row -> row.after(fact)));
    }
}
