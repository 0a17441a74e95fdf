package org.zhengyou.kit.adoption;

import jakarta.validation.constraints.Min;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.validation.Text;

/** 自定规则 (P-ADOPT). What the committee does with policies. */
public sealed interface PolicyCommand {
    /** The policy concerned. */
    PolicyId policy();

    /**
     * 通过自定规则 (P-ADOPT). Where the plan is silent, the university committee itself says what holds
     * from the effective date on. Decisions that were made stand.
     *
     * @param policy which policy of this service, e.g. {@code P-RESULT-GOOD}
     * @param version 1 for the first adoption, then each time one more
     * @param value what holds, one of the legal values of the policy; {@code none} if nothing does
     * @param documentDigest digest of the document that says so
     */
    @Allowed(level = Allowed.Level.COMMITTEE_ITSELF, clause = PolicyAdoption.CLAUSE)
    @MayLieAhead
    record AdoptPolicy(
            PolicyId policy,
            @Min(1) int version,
            @Text(max = 64) String value,
            @Digest String documentDigest)
            implements PolicyCommand {}
}
