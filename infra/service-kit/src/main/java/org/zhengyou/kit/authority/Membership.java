package org.zhengyou.kit.authority;

import java.time.Instant;
import java.util.Optional;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;

/**
 * 组织关系 (S4). Where a member belonged, and as what, over time: exactly one branch at an instant, or
 * none.
 *
 * @param belonging what each fact says of the branch
 * @param kind STAFF or STUDENT from each registration on
 */
public record Membership(Timeline<Belonging> belonging, Timeline<String> kind) {
    private static final String NO_BRANCH = "";

    /** Nothing is known. */
    public static final Membership UNKNOWN = new Membership(Timeline.empty(), Timeline.empty());

    /**
     * What one fact says.
     *
     * @param branch the branch from then on; empty from the end of membership
     * @param event the id of the event that says so
     */
    public record Belonging(String branch, String event) {
        private Optional<String> some() {
            return branch.equals(NO_BRANCH) ? Optional.empty() : Optional.of(branch);
        }
    }

    /** The member this fact is about, if it is a fact of the register of members. */
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
                            in(e.branch(), fact).belonging(), kind.with(fact.order(), e.kind()));
            case MemberTransferred e -> in(e.to(), fact);
            case MembershipEnded e -> in(NO_BRANCH, fact);
            default -> this;
        };
    }

    private Membership in(String branch, Fact<?> fact) {
        return new Membership(belonging.with(fact.order(), new Belonging(branch, fact.id())), kind);
    }

    /** The branch at this instant, if there was one. */
    public Optional<String> branchAt(Instant asOf) {
        return belonging.at(asOf).flatMap(Belonging::some);
    }

    /** The branches, for audiences and indexes. */
    public Values branches() {
        return Values.of(belonging, Belonging::some);
    }

    /** Whether the member was on the register at this instant, if anything was said by then. */
    public Optional<RegisterEntry> registerAt(Instant asOf) {
        return belonging.at(asOf).map(it -> new RegisterEntry(it.some().isPresent(), it.event()));
    }

    /** Whether anything at all is known of the member. */
    public boolean isKnown() {
        return !belonging.isEmpty();
    }
}
