package org.zhengyou.kit.attestation;

import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.ANN;
import static org.zhengyou.kit.spec.University.BOB;
import static org.zhengyou.kit.spec.University.BRANCH;
import static org.zhengyou.kit.spec.University.COMMITTEE;
import static org.zhengyou.kit.spec.University.FENG;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.MO;
import static org.zhengyou.kit.spec.University.WU;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.attestation.AttestationCommand.AttestAct;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionEvent.ExhibitionOpened;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.University;

/** An act is true on 2010-06-15 and recorded on 2010-09-01; now is the day after. */
class AttestationTest {
    private static final Service PAGE =
            Service.named("exhibitions").decider(Exhibition.decider()).attestsLateActs().build();
    private static final String BY_BRANCH = "S57 IMPLEMENT a-5";
    private static final ActId ACT =
            new ActId(
                    "own-%012d"
                            .formatted(
                                    University.organizations().size()
                                            + University.offices().size()
                                            + 1));
    private static final AttestAct ATTEST = new AttestAct(ACT);
    private static final ActAttested ATTESTED = new ActAttested(ACT);

    private static DeciderScenario<AttestationCommand, AttestationEvent, ?> late(
            String by, String authority, String organization) {
        return recorded("2010-09-01", by, authority, organization, Map.of());
    }

    private static DeciderScenario<AttestationCommand, AttestationEvent, ?> recorded(
            String on, String by, String authority, String organization, Map<String, String> more) {
        Map<String, String> envelope = new HashMap<>(more);
        envelope.put(EventMetadata.AUTHORITY, authority);
        envelope.put(EventMetadata.ORGANIZATION, organization);
        return DeciderScenario.of(PAGE, Attestation.decider())
                .on("2006-01-01")
                .knowing(University.organizations().toArray())
                .knowing(University.offices().toArray())
                .on("2010-06-15")
                .by(by)
                .givenLate(on, envelope, new ExhibitionOpened(new ExhibitionId("e"), "榜样", 3))
                .on("2010-09-02");
    }

    @Test
    void somebody_else_with_the_same_power_attests_a_late_act() {
        var late = late(LIN, BY_BRANCH, BRANCH);
        for (String other : List.of(MO, HAN, GAO)) late.by(other).when(ATTEST).thenEvents(ATTESTED);
        late.by(BOB).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY, "P-BACKDATE", "IMPLEMENT");
        late.by(LIN)
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST, "P-BACKDATE", "recorded themselves");
        late.by(MO)
                .through(HAN)
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST, "P-BACKDATE", "in another's place");
    }

    @Test
    void who_was_in_office_once_does_not_attest() {
        var ended =
                late(LIN, BY_BRANCH, BRANCH)
                        .on("2010-08-01")
                        .knowing(new OfficeAppointmentEnded("a-6", BRANCH, MO))
                        .by(MO);
        ended.on("2010-09-02").when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        ended.on("2010-07-01")
                .when(ATTEST)
                .thenRefused(STEP_OUT_OF_ORDER, "P-BACKDATE", "recorded on 2010-09-01");
    }

    @Test
    void what_a_superior_did_takes_a_superior() {
        var late = late(GAO, "S57 IMPLEMENT a-1", BRANCH);
        for (String below : List.of(MO, LIN, HAN, WU))
            late.by(below).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        late.by(FENG).when(ATTEST).thenEvents(ATTESTED);
    }

    @Test
    void what_the_committee_itself_did_takes_an_office_of_it() {
        for (String authority : List.of("P-ADOPT office a-1", "S90 P-SETUP")) {
            var late =
                    late(GAO, authority, COMMITTEE)
                            .knowing(
                                    new FunctionGranted("body", COMMITTEE, OfficeFunction.GUIDE),
                                    new BodyAppointmentMade("b-1", "body", COMMITTEE, "HEAD", BOB));
            for (String other : List.of(HAN, BOB))
                late.by(other).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
            late.by(FENG).when(ATTEST).thenEvents(ATTESTED);
        }
    }

    @Test
    void what_somebody_said_of_themselves_is_attested_by_their_organisation() {
        var late = late(ANN, "S111 self", BRANCH);
        late.by(BOB).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        late.by(LIN).when(ATTEST).thenEvents(ATTESTED);
    }

    @Test
    void what_was_entered_on_somebodys_behalf_waits_for_a_second_person_however_early() {
        var entered =
                recorded(
                        "2010-06-15",
                        HAN,
                        "S57 IMPLEMENT a-6",
                        BRANCH,
                        Map.of(
                                EventMetadata.PROVENANCE,
                                EventMetadata.ENTERED,
                                EventMetadata.ON_BEHALF_OF,
                                MO));
        entered.by(HAN).when(ATTEST).thenRefused(CONFLICT_OF_INTEREST, "P-ENTERED", "themselves");
        entered.by(LIN).when(ATTEST).thenEvents(ATTESTED);
    }

    @Test
    void an_act_is_attested_once() {
        var attested = late(LIN, BY_BRANCH, BRANCH).by(MO).given(ATTESTED);
        attested.when(ATTEST).thenNothing();
        attested.on("2010-09-03")
                .when(ATTEST)
                .thenRefused(ALREADY_ON_RECORD, "P-BACKDATE", "since 2010-09-02");
        attested.by(BOB).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void what_is_recorded_in_time_waits_for_nobody() {
        recorded("2010-07-15", LIN, BY_BRANCH, BRANCH, Map.of())
                .by(GAO)
                .when(ATTEST)
                .thenRefused(NOT_ON_RECORD, "P-BACKDATE", "no late act")
                .by(MO)
                .when(ATTEST)
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        recorded("2010-07-16", LIN, BY_BRANCH, BRANCH, Map.of())
                .by(MO)
                .when(ATTEST)
                .thenEvents(ATTESTED);
    }
}
