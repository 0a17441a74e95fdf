package org.zhengyou.evaluations.directory;

import java.time.Instant;
import java.util.Optional;
import org.zhengyou.evaluations.directory.MemberFacts.MemberTransferred;
import org.zhengyou.evaluations.directory.MemberFacts.MembershipEnded;
import org.zhengyou.evaluations.directory.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * 组织关系 (S4). Where a member belonged, and as what, over time.
 *
 * @param branch the branch from each fact on; empty from the end of membership
 * @param kind STAFF or STUDENT from each fact on
 */
public record Membership(Timeline<String> branch, Timeline<String> kind) {
    private static final String NO_BRANCH = "";

    /** Nothing is known. */
    public static final Membership UNKNOWN = new Membership(Timeline.empty(), Timeline.empty());

    /** The member this fact is about, if it is a fact of the members service. */
    public static Optional<String> memberOf(Fact<?> fact) {
        return switch (fact.event()) {
            case PartyMemberRegistered e -> Optional.of(e.member());
            case MemberTransferred e -> Optional.of(e.member());
            case MembershipEnded e -> Optional.of(e.member());
            default -> Optional.empty();
        };
    }

    /** This membership after one of the member's facts. */
    public Membership after(Fact<?> fact) {
        return switch (fact.event()) {
            case PartyMemberRegistered e ->
                    new Membership(
                            branch.with(fact.order(), e.branch()),
                            kind.with(fact.order(), e.kind()));
            case MemberTransferred e -> new Membership(branch.with(fact.order(), e.to()), kind);
            case MembershipEnded e -> new Membership(branch.with(fact.order(), NO_BRANCH), kind);
            default -> this;
        };
    }

    /** The branch at this instant, if there was one. */
    public Optional<String> branchAt(Instant asOf) {
        return branch.at(asOf).filter(id -> !id.equals(NO_BRANCH));
    }

    /** Whether anything at all is known of the member. */
    public boolean isKnown() {
        return !branch.isEmpty();
    }
}
