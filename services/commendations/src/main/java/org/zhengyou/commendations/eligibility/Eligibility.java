package org.zhengyou.commendations.eligibility;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengyou.commendations.directory.ActivityDirectory;
import org.zhengyou.commendations.directory.ResultDirectory;
import org.zhengyou.commendations.eligibility.EligibilityCommand.CheckEligibility;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.nominations.SettlesNomination;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.adoption.PolicyAdoption;
import org.zhengyou.kit.authority.MemberDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.RegisterEntry;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Told;

/**
 * 资格审查 (S69, S116, F54). Collects the evidence and applies the rules; an assessment is told again
 * only if its trace is another one than that which counts on the date of the check.
 */
public final class Eligibility {
    private static final String CLAUSE = "S116";
    private static final String NAME = "eligibility";

    /** The assessments of a nomination. */
    public static final Ground<History<EligibilityEvent>> GROUND =
            Ground.of(NAME, EligibilityEvent.class, History.none(), History::and);

    private Eligibility() {}

    /** The rules about eligibility. */
    public static Decider<EligibilityCommand, EligibilityEvent, ?> decider() {
        return Decider.of(NAME, EligibilityCommand.class, EligibilityEvent.class)
                .about(EligibilityCommand::nomination, EligibilityEvent::nomination)
                .restsOn(CommendationRound.GROUND, EligibilityCommand::round)
                .restsOn(Nomination.GROUND, EligibilityCommand::nomination)
                .restsOn(Nomination.OF_CANDIDATE, EligibilityCommand::candidate)
                .restsOn(Nomination.SETTLED, EligibilityCommand::candidate)
                .restsOn(PolicyAdoption.GROUND, command -> Policies.RESULT_GOOD.id())
                .decides(GROUND, Eligibility::decide)
                .concerning(Eligibility::concern);
    }

    private static Concern concern(
            History<EligibilityEvent> assessments, EligibilityEvent event, Given given) {
        return switch (event) {
            case EligibilityAssessed e -> {
                NominationFiled filed =
                        given.on(Nomination.GROUND).require(e.round(), given, CLAUSE);
                yield Concern.of(filed.organization(), CLAUSE)
                        .and(filed.category().personIn(e.candidate()));
            }
        };
    }

    private static List<EligibilityAssessed> decide(
            History<EligibilityEvent> assessments, EligibilityCommand command, Given given) {
        return switch (command) {
            case CheckEligibility c -> check(assessments, c, given);
        };
    }

    private static List<EligibilityAssessed> check(
            History<EligibilityEvent> assessments, CheckEligibility c, Given given) {
        NominationFiled filed = given.on(Nomination.GROUND).require(c.round(), given, CLAUSE);
        given.authority().require(APPRAISE, filed.unit().value(), CLAUSE);
        if (!filed.candidate().equals(c.candidate()))
            throw refuse(NOT_ON_RECORD, CLAUSE, "the nomination has another candidate");
        CommendationRoundOpened round = CommendationRound.requireRunning(given, CLAUSE);
        List<RuleTrace> trace = EligibilityRule.applied(evidence(filed, round, given));
        var event =
                new EligibilityAssessed(
                        c.nomination(),
                        c.round(),
                        c.candidate(),
                        EligibilityRule.isEligible(trace),
                        trace);
        return counts(assessments, event, given) ? List.of() : List.of(event);
    }

    /** Whether what counts on the date of the check says the same: a finding, whatever its date. */
    private static boolean counts(
            History<EligibilityEvent> assessments, EligibilityAssessed event, Given given) {
        return assessments
                .all(EligibilityAssessed.class)
                .filter(one -> one.isTrueAt(given.effectiveAt()))
                .findFirst()
                .filter(one -> one.event().equals(event))
                .isPresent();
    }

    private static Evidence evidence(
            NominationFiled filed, CommendationRoundOpened round, Given given) {
        String candidate = filed.candidate().value();
        Instant at = given.effectiveAt();
        return new Evidence(
                round.kind(),
                filed.category(),
                round.periodFrom(),
                round.periodTo(),
                register(filed, given),
                given.look(ResultDirectory.class, candidate).by(at),
                given.look(ActivityDirectory.class, candidate).by(at),
                openElsewhere(filed, given),
                Policies.RESULT_GOOD.inForce(given));
    }

    private static Optional<RegisterEntry> register(NominationFiled filed, Given given) {
        String candidate = filed.candidate().value();
        return filed.category().isForOrganizations()
                ? given.look(OrganizationDirectory.class, candidate)
                        .register()
                        .at(given.effectiveAt())
                : given.look(MemberDirectory.class, candidate).registerAt(given.effectiveAt());
    }

    private static List<String> openElsewhere(NominationFiled filed, Given given) {
        return given.on(Nomination.OF_CANDIDATE)
                .all(NominationFiled.class)
                .filter(one -> one.isTrueAt(given.effectiveAt()))
                .filter(one -> !one.event().round().equals(filed.round()))
                .filter(one -> given.effectiveOn().isBefore(one.event().conferBefore()))
                .filter(one -> !isSettled(one.event().nomination(), given))
                .map(Told::id)
                .sorted()
                .toList();
    }

    private static boolean isSettled(NominationId nomination, Given given) {
        return given.on(Nomination.SETTLED)
                .all(SettlesNomination.class)
                .filter(one -> one.isTrueAt(given.effectiveAt()))
                .anyMatch(one -> one.event().nomination().equals(nomination));
    }
}
