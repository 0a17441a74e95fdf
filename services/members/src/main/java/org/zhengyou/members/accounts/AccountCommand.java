package org.zhengyou.members.accounts;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.Allowed.Level;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.members.register.MemberId;

/** 账号 (P-ACCOUNTS). What may be said of the account by which a member signs in. */
public sealed interface AccountCommand {
    /** The member concerned. */
    MemberId member();

    /**
     * 发放账号邀请 (P-ACCOUNTS). Whoever has the code of the invite may choose the member's login and
     * password, once; a further invite ends this one. Of a member who holds offices, each of them
     * must be under whoever issues it.
     *
     * @param invite a new random id
     * @param member for whom
     * @param codeDigest SHA-256 of the code, in hexadecimal; the code is on paper only
     * @param expiresOn the last day on which the code opens an account: at most 14 days after the
     *     effective date, which is the day if none is said
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = AccountLink.CLAUSE)
    @Allowed(level = Level.COMMITTEE_ITSELF, clause = AccountLink.CLAUSE)
    @Allowed(level = Level.ABOVE_COMMITTEE, clause = AccountLink.CLAUSE)
    record IssueInvite(
            @New InviteId invite,
            MemberId member,
            @Pattern(regexp = DIGEST) String codeDigest,
            @Nullable LocalDate expiresOn)
            implements AccountCommand {}

    /**
     * 关联账号 (P-ACCOUNTS). The member has redeemed the invite, or has said that they are whom an
     * account of the university was taken for: from now on the account is theirs. Sent by the
     * sign-in service with the member's own token.
     *
     * @param member who
     * @param codeDigest SHA-256 of the code, in hexadecimal; or the proposal
     * @param issuer the issuer at which the account is; at most 200 characters
     * @param subjectDigest a keyed hash of the account, which only the sign-in service can make
     */
    @Allowed(level = Level.SELF, over = "member", clause = AccountLink.CLAUSE)
    record LinkAccount(
            MemberId member,
            @Pattern(regexp = DIGEST) String codeDigest,
            @Text(max = 200) String issuer,
            @Pattern(regexp = "[A-Za-z0-9_-]{22,64}") String subjectDigest)
            implements AccountCommand {}

    /**
     * 停用账号 (P-ACCOUNTS). Nobody signs in by the member's account any more, nor redeems an invite
     * that is still open.
     *
     * @param member whose
     * @param reason why
     */
    @Allowed(level = Level.SELF, over = "member", clause = AccountLink.CLAUSE)
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = AccountLink.CLAUSE)
    @Allowed(level = Level.COMMITTEE_ITSELF, clause = AccountLink.CLAUSE)
    @Allowed(level = Level.ABOVE_COMMITTEE, clause = AccountLink.CLAUSE)
    record UnlinkAccount(MemberId member, UnlinkReason reason) implements AccountCommand {}

    /** A SHA-256 in hexadecimal. */
    String DIGEST = "[0-9a-f]{64}";
}
