package org.zhengyou.organizations.register;

import java.time.Instant;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Timeline;

/** 党支部党员 (S66). Which members belonged to a branch, over time: only an empty one is dissolved. */
public final class BranchMembers extends Directory<BranchMembers.Belonging> {
    /**
     * The members of one branch.
     *
     * @param members by member id: true from when one belonged to it
     */
    public record Belonging(Ledger<String, Boolean> members) {
        /** Whether anybody belongs to it at this instant or comes to it later. */
        boolean anyFrom(Instant at) {
            return members.lines().values().stream().anyMatch(since -> belongsFrom(since, at));
        }

        private static boolean belongsFrom(Timeline<Boolean> since, Instant at) {
            return since.at(at).orElse(false)
                    || since.entries().stream().anyMatch(e -> e.value() && e.since().isAfter(at));
        }

        private Belonging with(String member, Fact<?> fact, boolean belongs) {
            return new Belonging(members.with(member, fact.order(), belongs));
        }
    }

    /** The view; its rows are empty. */
    public BranchMembers() {
        super("branch-members", Belonging.class, key -> new Belonging(Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Belonging> rows) {
        switch (fact.event()) {
            case PartyMemberRegistered e ->
                    rows.update(e.branch(), row -> row.with(e.member(), fact, true));
            case MemberTransferred e -> {
                rows.update(e.from(), row -> row.with(e.member(), fact, false));
                rows.update(e.to(), row -> row.with(e.member(), fact, true));
            }
            case MembershipEnded e ->
                    rows.update(e.branch(), row -> row.with(e.member(), fact, false));
            default -> {}
        }
    }
}
