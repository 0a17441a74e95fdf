package org.zhengyou.kit.attestation;

/** 复核情况 (P-BACKDATE, P-ENTERED). Whether a second person stands for a late act. */
public enum AttestationStatus {
    /** 待复核: nobody does yet. */
    MISSING,
    /** 已复核: somebody does. */
    GIVEN
}
