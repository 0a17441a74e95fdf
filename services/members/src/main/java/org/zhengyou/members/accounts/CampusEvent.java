package org.zhengyou.members.accounts;

import org.zhengyou.members.register.MemberId;

/** 校园账号 (P-ACCOUNTS). What came of sign-ins by accounts of the university that were not linked. */
public sealed interface CampusEvent {
    /** The proposal concerned. */
    ProposalId proposal();

    /** The member whose number it is. */
    MemberId member();

    /**
     * 账号关联已提议 (P-ACCOUNTS).
     *
     * @param proposal which
     * @param member whose number the provider said
     * @param issuer the provider
     */
    record LinkProposed(ProposalId proposal, MemberId member, String issuer)
            implements CampusEvent {}

    /**
     * 账号关联已否认 (P-ACCOUNTS).
     *
     * @param proposal which
     * @param member whose number it is, and who was not the one who signed in
     * @param issuer the provider
     */
    record LinkDisputed(ProposalId proposal, MemberId member, String issuer)
            implements CampusEvent {}
}
