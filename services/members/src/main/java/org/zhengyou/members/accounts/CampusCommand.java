package org.zhengyou.members.accounts;

import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.Allowed.Level;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Texts;

/**
 * 校园账号 (P-ACCOUNTS). What the sign-in service says of who came with an account of the university.
 */
public sealed interface CampusCommand {
    /** The proposal concerned. */
    ProposalId proposal();

    /**
     * 提议关联账号 (P-ACCOUNTS). Somebody signed in at the university, which says this number of them. If
     * exactly one member has it, that member may link the account on the same day, by the proposal
     * in the place of an invite's code. Sent by the sign-in service.
     *
     * @param proposal 64 random hexadecimal digits; also the subject of the token that it comes
     *     with
     * @param issuer the provider at which the account is; at most 200 characters
     * @param number staff or student number as the provider says it
     */
    @Allowed(level = Level.SELF, over = "proposal", clause = AccountLink.CLAUSE)
    record ProposeLink(
            ProposalId proposal, @Text(max = 200) String issuer, @Text(max = 30) String number)
            implements CampusCommand {
        /** The number as it is compared. */
        public ProposeLink {
            number = Texts.folded(number);
        }

        /** Without what is personal. */
        @Override
        public String toString() {
            return "ProposeLink[" + proposal.value() + "]";
        }
    }

    /**
     * 否认关联 (P-ACCOUNTS). Whoever signed in says that they are not that member: either of the
     * numbers is wrong. Sent by the sign-in service.
     *
     * @param proposal which
     */
    @Allowed(level = Level.SELF, over = "proposal", clause = AccountLink.CLAUSE)
    record MarkLinkDisputed(ProposalId proposal) implements CampusCommand {}
}
