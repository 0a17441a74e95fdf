package org.zhengyou.members.accounts;

import org.zhengyou.kit.decide.Identifier;

/**
 * 关联提议. Identifies what a sign-in by a university account found; random, and says nothing of
 * either.
 */
public record ProposalId(String value) implements Identifier {
    /** Checks the form. */
    public ProposalId {
        value = Identifier.checked(value);
    }
}
