package org.zhengyou.kit.spec;

import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.spec.University.BOB;
import static org.zhengyou.kit.spec.University.BRANCH;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.MO;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.adoption.PolicyAdoption;
import org.zhengyou.kit.adoption.PolicyCommand.AdoptPolicy;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.Attestation;
import org.zhengyou.kit.attestation.AttestationCommand.AttestAct;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.runtime.EventMetadata;

/**
 * What holds of late acts in every service whose page says {@code attestsLateActs()}: its test
 * extends this, says its page and one of its events.
 */
public abstract class LateActRules {
    /** A scenario of the service's page. */
    protected abstract <C, E, S> DeciderScenario<C, E, S> of(Decider<C, E, S> decider);

    /** One of the service's own events. */
    protected abstract Object event();

    private <C, E, S> DeciderScenario<C, E, S> university(Decider<C, E, S> decider) {
        return of(decider)
                .on("2006-01-01")
                .knowing(University.organizations().toArray())
                .knowing(University.offices().toArray())
                .on("2010-06-15");
    }

    @Test
    void a_late_act_is_attested_by_a_second_person_with_the_same_power() {
        int known = University.organizations().size() + University.offices().size();
        var act = new ActId("own-%012d".formatted(known + 1));
        var late =
                university(Attestation.decider())
                        .by(LIN)
                        .givenLate(
                                "2010-09-01",
                                Map.of(
                                        EventMetadata.AUTHORITY,
                                        "S57 IMPLEMENT a-5",
                                        EventMetadata.ORGANIZATION,
                                        BRANCH),
                                event())
                        .on("2010-09-02");
        late.by(BOB).when(new AttestAct(act)).thenRefused(ACTOR_LACKS_AUTHORITY);
        late.by(MO)
                .when(new AttestAct(act))
                .thenEvents(new ActAttested(act))
                .given(new ActAttested(act))
                .when(new AttestAct(act))
                .thenNothing();
    }

    @Test
    void the_committee_itself_says_after_how_many_days_an_act_is_late() {
        var policy = university(PolicyAdoption.decider(List.of(Lateness.POLICY)));
        policy.by(HAN).when(adopt("60")).thenRefused(ACTOR_LACKS_AUTHORITY);
        policy.by(GAO).when(adopt("soon")).thenRefused(OUT_OF_SCOPE, "P-ADOPT", "0..3660, none");
        policy.when(adopt("none"))
                .thenEvents(new PolicyAdopted(Lateness.POLICY.id(), 1, "none", "d"))
                .given(new PolicyAdopted(Lateness.POLICY.id(), 1, "none", "d"))
                .when(adopt("none"))
                .thenNothing();
    }

    private static AdoptPolicy adopt(String value) {
        return new AdoptPolicy(Lateness.POLICY.id(), 1, value, "d");
    }
}
