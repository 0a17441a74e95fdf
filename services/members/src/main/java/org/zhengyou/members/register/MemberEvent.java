package org.zhengyou.members.register;

import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.personal.Personal;

/** 党员名册 (S4). What happened to Party members. */
public sealed interface MemberEvent {
    /** The member concerned. */
    MemberId member();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case PartyMemberRegistered e -> Concern.of(e.branch(), "S4").and(e.member());
            case MemberTransferred e -> Concern.of(e.to(), "S4").and(e.member());
            case MembershipEnded e -> Concern.of(e.branch(), "S4").and(e.member());
        };
    }

    /**
     * 党员已登记 (S4).
     *
     * @param member who
     * @param branch where the member belongs
     * @param kind staff or student
     * @param name sealed with the member's key
     * @param number sealed with the member's key
     */
    record PartyMemberRegistered(
            MemberId member, BranchId branch, MemberKind kind, Personal name, Personal number)
            implements MemberEvent {}

    /**
     * 组织关系已转移 (S4).
     *
     * @param member who
     * @param from the branch until then
     * @param to the branch from then on
     */
    record MemberTransferred(MemberId member, BranchId from, BranchId to) implements MemberEvent {}

    /**
     * 党籍已终止 (S4).
     *
     * @param member who
     * @param branch where the member belonged
     * @param reason why
     */
    record MembershipEnded(MemberId member, BranchId branch, EndReason reason)
            implements MemberEvent {}
}
