package org.zhengyou.kit.attestation;

import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;

/** 补录复核 (P-BACKDATE, P-ENTERED). What a second person does about a late act. */
public sealed interface AttestationCommand {
    /** The act concerned. */
    ActId act();

    /**
     * 复核补录事项 (P-BACKDATE, P-ENTERED). A second person, who has the same power on that day, stands
     * for what was recorded late or entered from a document. Not before it was recorded.
     *
     * @param act the act, from the view late-acts
     */
    @Allowed(
            function = {
                OfficeFunction.GUIDE,
                OfficeFunction.IMPLEMENT,
                OfficeFunction.SUPERVISE,
                OfficeFunction.APPRAISE
            },
            clause = {Lateness.BACKDATE, Lateness.ENTERED})
    @Allowed(
            level = Allowed.Level.COMMITTEE_ITSELF,
            clause = {Lateness.BACKDATE, Lateness.ENTERED})
    record AttestAct(ActId act) implements AttestationCommand {}
}
