package org.zhengyou.members.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.members.register.MemberId;

/** 账号 (P-ACCOUNTS). What happened to the account by which a member signs in. */
public sealed interface AccountEvent {
    /** The member concerned. */
    MemberId member();

    /**
     * 账号邀请已发放 (P-ACCOUNTS).
     *
     * @param invite its id
     * @param member for whom
     * @param codeDigest SHA-256 of the code, in hexadecimal
     * @param expiresOn the last day on which it opens an account
     */
    record InviteIssued(InviteId invite, MemberId member, String codeDigest, LocalDate expiresOn)
            implements AccountEvent {}

    /**
     * 账号已关联 (P-ACCOUNTS).
     *
     * @param member whose
     * @param invite the invite that was redeemed; null for an account of the university
     * @param issuer the issuer at which the account is
     * @param subjectDigest a keyed hash of the account, which only the sign-in service can make
     */
    record AccountLinked(
            MemberId member, @Nullable InviteId invite, String issuer, String subjectDigest)
            implements AccountEvent {}

    /**
     * 账号已停用 (P-ACCOUNTS).
     *
     * @param member whose
     * @param reason why
     */
    record AccountUnlinked(MemberId member, UnlinkReason reason) implements AccountEvent {}
}
