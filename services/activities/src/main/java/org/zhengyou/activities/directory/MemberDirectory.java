package org.zhengyou.activities.directory;

import java.time.Instant;
import java.util.Optional;
import org.zhengyou.activities.directory.MemberFacts.MemberTransferred;
import org.zhengyou.activities.directory.MemberFacts.MembershipEnded;
import org.zhengyou.activities.directory.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/** 党员名录 (S4). To which branch a member belonged, over time. One row per member. */
public final class MemberDirectory extends Directory<MemberDirectory.Affiliation> {
    private static final String NO_BRANCH = "";

    /**
     * 组织关系: exactly one branch at an instant, or none.
     *
     * @param branch the branch from each fact on; empty from the end of membership
     */
    public record Affiliation(Timeline<String> branch) {
        /** The branch at this instant, if there was one. */
        public Optional<String> at(Instant asOf) {
            return branch.at(asOf).filter(id -> !id.equals(NO_BRANCH));
        }

        /** Whether anything at all is known of the member. */
        public boolean isKnown() {
            return !branch.isEmpty();
        }
    }

    /** The branch that this fact says a member belongs to from then on, if it says so. */
    public static Timeline<String> told(Timeline<String> branch, Fact<?> fact) {
        return switch (fact.event()) {
            case PartyMemberRegistered e -> branch.with(fact.order(), e.branch());
            case MemberTransferred e -> branch.with(fact.order(), e.to());
            case MembershipEnded e -> branch.with(fact.order(), NO_BRANCH);
            default -> branch;
        };
    }

    /** The member this fact is about, if it is a fact of the members service. */
    public static Optional<String> memberOf(Fact<?> fact) {
        return switch (fact.event()) {
            case PartyMemberRegistered e -> Optional.of(e.member());
            case MemberTransferred e -> Optional.of(e.member());
            case MembershipEnded e -> Optional.of(e.member());
            default -> Optional.empty();
        };
    }

    /** The view; its rows are empty. */
    public MemberDirectory() {
        super("member-directory", Affiliation.class, key -> new Affiliation(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Affiliation> rows) {
        memberOf(fact)
                .ifPresent(
                        member ->
                                rows.update(
                                        member, row -> new Affiliation(told(row.branch(), fact))));
    }
}
