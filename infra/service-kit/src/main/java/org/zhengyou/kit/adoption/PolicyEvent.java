package org.zhengyou.kit.adoption;

/** 自定规则 (P-ADOPT). What the committee decided. */
public sealed interface PolicyEvent {
    /** The policy concerned. */
    PolicyId policy();

    /**
     * 自定规则已通过 (P-ADOPT). It holds from the effective date on, until the next version does.
     *
     * @param policy the policy
     * @param version its version, from 1
     * @param value what holds; {@code none} if nothing does
     * @param documentDigest digest of the document that says so
     */
    record PolicyAdopted(PolicyId policy, int version, String value, String documentDigest)
            implements PolicyEvent {}
}
