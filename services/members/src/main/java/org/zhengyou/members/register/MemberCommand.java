package org.zhengyou.members.register;

import java.util.List;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Texts;
import org.zhengyou.kit.validation.Violation;

/** 党员名册 (S4). What may be said of Party members. */
public sealed interface MemberCommand {
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
    @Allowed(function = OfficeFunction.IMPLEMENT, over = "branch", clause = "S4")
    record RegisterPartyMember(
            @New MemberId member,
            BranchId branch,
            MemberKind kind,
            @Text(max = 50) String name,
            @Text(max = 30) String number)
            implements MemberCommand {
        /** The number as it is compared: what people cannot tell apart is one number. */
        public RegisterPartyMember {
            number = Texts.folded(number);
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
    @Allowed(function = OfficeFunction.IMPLEMENT, over = "from", clause = "S4")
    record TransferMember(MemberId member, BranchId from, BranchId to)
            implements MemberCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            return Violation.unless(
                    !from.equals(to), "to", "must be another branch than from | 须为 from 以外的党支部");
        }
    }

    /**
     * 党籍终止 (S4). The membership here ends on the effective date.
     *
     * @param member who
     * @param reason why
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S4")
    record EndMembership(MemberId member, EndReason reason) implements MemberCommand {}
}
