package org.zhengyou.kit.authority;

import java.util.List;

/**
 * The facts of the members service that say who is on whose register, with the fields that readers
 * need. A test reads the producer's approved samples with them.
 */
public final class MemberFacts {
    private MemberFacts() {}

    /** All of them, to listen to. */
    public static final List<Class<?>> ALL =
            List.of(PartyMemberRegistered.class, MemberTransferred.class, MembershipEnded.class);

    /**
     * 党员已登记 (S4).
     *
     * @param member the member
     * @param branch the branch the member belongs to from then on
     * @param kind STAFF or STUDENT from then on
     */
    public record PartyMemberRegistered(String member, String branch, String kind) {}

    /**
     * 组织关系已转接 (S4).
     *
     * @param member the member
     * @param from the branch before
     * @param to the branch from then on
     */
    public record MemberTransferred(String member, String from, String to) {}

    /**
     * 党员身份已终止 (S4).
     *
     * @param member the member
     * @param branch the last branch
     */
    public record MembershipEnded(String member, String branch) {}
}
