package org.zhengyou.members.register;

import org.zhengyou.kit.decide.Shape;

/** 党员名册 (S4). What may be said of Party members. */
public sealed interface MemberCommand {
    /** The longest name, in characters. */
    int LONGEST_NAME = 50;

    /** The longest number, in characters. */
    int LONGEST_NUMBER = 30;

    /** The member concerned. */
    MemberId member();

    /**
     * 党员登记 (S4). A member belongs to a branch from the effective date on. Name and number are
     * sealed before they are stored.
     *
     * @param member a new random id
     * @param branch the branch; it exists on the effective date
     * @param kind staff or student
     * @param name the member's name; at most 50 characters
     * @param number the member's number; unique; at most 30 characters
     */
    record RegisterPartyMember(
            MemberId member, BranchId branch, MemberKind kind, String name, String number)
            implements MemberCommand {
        /** Checks the shape. */
        public RegisterPartyMember {
            name = Shape.text("name", name, LONGEST_NAME);
            number = Shape.text("number", number, LONGEST_NUMBER);
        }

        /** Without what is personal. */
        @Override
        public String toString() {
            return "RegisterPartyMember[" + member.value() + "]";
        }
    }

    /**
     * 组织关系转移 (S4). The member belongs to another branch from the effective date on.
     *
     * @param member who
     * @param from the branch the member belongs to until then
     * @param to the branch from then on; it exists on the effective date
     */
    record TransferMember(MemberId member, BranchId from, BranchId to) implements MemberCommand {
        /** Checks the shape. */
        public TransferMember {
            if (from.equals(to))
                throw new IllegalArgumentException("to is another branch than from");
        }
    }

    /**
     * 党籍终止 (S4). The membership here ends on the effective date.
     *
     * @param member who
     * @param reason why
     */
    record EndMembership(MemberId member, EndReason reason) implements MemberCommand {}
}
