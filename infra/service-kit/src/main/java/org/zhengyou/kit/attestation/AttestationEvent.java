package org.zhengyou.kit.attestation;

/** 补录复核 (P-BACKDATE, P-ENTERED). What a second person did about a late act. */
public sealed interface AttestationEvent {
    /** The act concerned. */
    ActId act();

    /**
     * 补录事项已复核 (P-BACKDATE, P-ENTERED). Whoever said so stands for the act beside who recorded it.
     *
     * @param act the act
     */
    record ActAttested(ActId act) implements AttestationEvent {}
}
