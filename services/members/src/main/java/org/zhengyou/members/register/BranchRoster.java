package org.zhengyou.members.register;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;
import org.zhengyou.members.register.MemberEvent.PartyMemberRegistered;

/**
 * 党支部名册 (S36, S54, F5). Who belonged to a branch on a day, whenever one asks: the rows with that
 * {@code branch}. Ids only; one row per member.
 */
public final class BranchRoster extends View<BranchRoster.Row, BranchRoster.Shown> {
    /**
     * One member.
     *
     * @param branch the branch over time; empty from the end of membership on
     */
    public record Row(Timeline<String> branch) {
        private Row in(Fact<?> fact, String belongsTo) {
            return new Row(branch.with(fact.order(), belongsTo));
        }
    }

    /**
     * That a member is on the roster of a branch.
     *
     * @param member the member's id
     * @param branch the branch at that instant
     */
    public record Shown(
            @RefersTo(view = "members/members", name = "name") String member,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh") String branch) {}

    /** The view; its rows are empty. */
    public BranchRoster() {
        super("branch-roster", Row.class, Shown.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e -> belongs(rows, fact, e.member(), e.branch().value());
            case MemberTransferred e -> belongs(rows, fact, e.member(), e.to().value());
            case MembershipEnded e -> belongs(rows, fact, e.member(), "");
            default -> {}
        }
    }

    private static void belongs(Documents<Row> rows, Fact<?> fact, MemberId member, String branch) {
        rows.update(member.value(), row -> row.in(fact, branch));
    }

    /** Whoever leads the branch or holds a seat over it, auditors and the committee. */
    @Override
    public Audience audience(Row row) {
        return NARROWEST.and(leadersOf(row.branch()));
    }

    @Override
    public Index index(Row row) {
        return Index.on("branch", row.branch());
    }

    /** Nothing before registration and after the end of membership. */
    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        String branch = row.branch().at(asOf).orElse("");
        return branch.isEmpty() ? null : new Shown(key, branch);
    }
}
