package org.zhengyou.insight.facts;

import java.util.List;

/** The facts of the members service. Names and numbers are not read. */
public final class MembersFacts {
    private MembersFacts() {}

    /** All of them. */
    public static final List<Class<?>> ALL =
            List.of(PartyMemberRegistered.class, MemberTransferred.class, MembershipEnded.class);

    /**
     * 党员已登记 (S4).
     *
     * @param member the member
     * @param branch the branch from then on
     */
    public record PartyMemberRegistered(String member, String branch) {}

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
