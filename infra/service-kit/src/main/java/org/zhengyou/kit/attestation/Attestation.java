package org.zhengyou.kit.attestation;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
import org.zhengyou.kit.attestation.AttestationCommand.AttestAct;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.LateActs.Act;
import org.zhengyou.kit.authority.Grounds;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;

/**
 * 补录复核 (P-BACKDATE, P-ENTERED). Somebody else than who recorded a late act stands for it: somebody
 * who has the same power over the organisation in whose name it was done, not when the act is true
 * but after it was recorded. So who was in office once cannot say so alone.
 */
public final class Attestation {
    private static final String NAME = "late-act";
    private static final Ground<History<AttestationEvent>> GROUND =
            Ground.of(NAME, AttestationEvent.class, History.none(), History::and);

    private Attestation() {}

    /** The rules about attesting. */
    public static Decider<AttestationCommand, AttestationEvent, ?> decider() {
        return Decider.of(NAME, AttestationCommand.class, AttestationEvent.class)
                .about(AttestationCommand::act, AttestationEvent::act)
                .decides(GROUND, Attestation::decide)
                .concerning((attested, event, given) -> concern(event, given));
    }

    private static Concern concern(AttestationEvent event, Given given) {
        Act act = require(event.act(), given);
        return new Concern(List.of(act.clause()), act.organization(), List.of());
    }

    private static List<ActAttested> decide(
            History<AttestationEvent> attested, AttestationCommand command, Given given) {
        return switch (command) {
            case AttestAct c -> attest(attested, c, given);
        };
    }

    private static List<ActAttested> attest(
            History<AttestationEvent> attested, AttestAct c, Given given) {
        var event = new ActAttested(c.act());
        Act act = require(c.act(), given);
        requirePower(act, given);
        given.authority().requireInPerson(act.clause());
        if (given.actor().person().equals(act.actor()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    act.clause(),
                    "nobody attests what they recorded themselves");
        if (Once.of(attested.last(ActAttested.class).orElse(null), event, given)
                .or(act.clause(), "this act is attested")) return List.of();
        if (given.effectiveOn().isBefore(act.recordedOn()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    act.clause(),
                    "it was recorded on " + act.recordedOn() + " and is attested after that");
        return List.of(event);
    }

    /** What was recorded never changes: a row that lags behind is only missing. */
    private static Act require(ActId id, Given given) {
        return given.look(LateActs.class, id.value())
                .act()
                .last()
                .orElseThrow(
                        () ->
                                refuse(
                                        NOT_ON_RECORD,
                                        Lateness.BACKDATE,
                                        "no late act with this id is known here; one recorded just"
                                                + " now may not be yet"));
    }

    /**
     * The actor could have done the act: by an office that carries as much as the one it rests on.
     */
    private static void requirePower(Act act, Given given) {
        Grounds grounds = Grounds.of(act.authority());
        String organization = act.organization();
        if (organization == null || grounds.isOfCommittee())
            given.authority().requireCommitteeOffice(act.clause());
        else
            given.authority()
                    .require(
                            grounds.function().orElse(OfficeFunction.IMPLEMENT),
                            grounds.appointment()
                                    .flatMap(id -> organizationOf(id, act, given))
                                    .orElse(organization),
                            act.clause());
    }

    /** Whose office or seat this appointment was: a superior's act takes a superior. */
    private static Optional<String> organizationOf(String id, Act act, Given given) {
        String holder = act.onBehalfOf() == null ? act.actor() : act.onBehalfOf();
        return given.look(OfficeDirectory.class, holder)
                .appointments()
                .of(id)
                .last()
                .map(OfficeDirectory.Appointment::organization);
    }
}
