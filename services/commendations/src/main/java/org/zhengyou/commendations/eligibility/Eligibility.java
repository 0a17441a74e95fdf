package org.zhengyou.commendations.eligibility;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.zhengyou.commendations.directory.ActivityDirectory;
import org.zhengyou.commendations.directory.RegisterDirectory;
import org.zhengyou.commendations.directory.ResultDirectory;
import org.zhengyou.commendations.eligibility.EligibilityCommand.CheckEligibility;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.nominations.Outcome;
import org.zhengyou.commendations.rounds.CommendationFact;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Records;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;

/**
 * 资格审查 (S69, S116, F54). Collects the evidence and applies the rules; an assessment is told again
 * only if its trace is another one.
 */
public final class Eligibility {
    private static final String CLAUSE = "S116";

    private Eligibility() {}

    /** The rules about eligibility. */
    public static Decider<EligibilityCommand, EligibilityEvent, ?> decider() {
        return Decider.of("eligibility", EligibilityCommand.class, EligibilityEvent.class)
                .about(EligibilityCommand::nomination, EligibilityEvent::nomination)
                .alsoDependsOn(
                        command ->
                                switch (command) {
                                    case CheckEligibility c ->
                                            Set.of(
                                                    CommendationRound.tag(c.round()),
                                                    Nomination.tag(c.nomination()),
                                                    Nomination.of(c.candidate()));
                                })
                .alsoTagged(e -> Set.of(Nomination.tag(e.nomination())))
                .sees(CommendationFact.class)
                .decidesOverTime(Records.NONE, Eligibility::decide, Records::after)
                .concerning(Eligibility::concern);
    }

    private static Concern concern(Records state, EligibilityEvent event) {
        return switch (event) {
            case EligibilityAssessed e -> {
                NominationFiled filed =
                        state.last(
                                        NominationFiled.class,
                                        one -> one.nomination().equals(e.nomination()))
                                .orElseThrow();
                yield Concern.of(filed.organization(), CLAUSE)
                        .and(filed.category().personIn(e.candidate()));
            }
        };
    }

    private static List<EligibilityAssessed> decide(
            Records state, EligibilityCommand command, Given given) {
        return switch (command) {
            case CheckEligibility c -> check(state, c, given);
        };
    }

    private static List<EligibilityAssessed> check(Records state, CheckEligibility c, Given given) {
        NominationFiled filed = Nomination.require(state, c.nomination(), c.round(), given, CLAUSE);
        if (!filed.candidate().equals(c.candidate()))
            throw refuse(NOT_ON_RECORD, CLAUSE, "the nomination has another candidate");
        given.authority().require(APPRAISE, filed.unit().value(), CLAUSE);
        CommendationRoundOpened round = CommendationRound.require(state, c.round(), given, CLAUSE);
        CommendationRound.requireRunning(round, given);
        List<RuleTrace> trace = EligibilityRule.applied(evidence(state, filed, round, given));
        EligibilityAssessed now =
                new EligibilityAssessed(
                        c.nomination(),
                        c.round(),
                        c.candidate(),
                        EligibilityRule.isEligible(trace),
                        trace);
        boolean isOnFile =
                state.last(EligibilityAssessed.class, e -> e.nomination().equals(c.nomination()))
                        .filter(now::equals)
                        .isPresent();
        return isOnFile ? List.of() : List.of(now);
    }

    private static Evidence evidence(
            Records state, NominationFiled filed, CommendationRoundOpened round, Given given) {
        String candidate = filed.candidate().value();
        Instant at = given.effectiveAt();
        return new Evidence(
                round.kind(),
                filed.category(),
                round.periodFrom(),
                round.periodTo(),
                given.look(RegisterDirectory.class, candidate).at(at),
                given.look(ResultDirectory.class, candidate).by(at),
                given.look(ActivityDirectory.class, candidate).by(at),
                openElsewhere(state, filed, given));
    }

    private static List<String> openElsewhere(Records state, NominationFiled filed, Given given) {
        return state.all(NominationFiled.class)
                .filter(one -> !one.at().isAfter(given.effectiveAt()))
                .filter(one -> one.fact().candidate().equals(filed.candidate()))
                .filter(one -> !one.fact().round().equals(filed.round()))
                .filter(one -> given.effectiveOn().isBefore(one.fact().conferBefore()))
                .filter(one -> !isDecided(state, one.fact().nomination(), given))
                .map(Records.Entry::event)
                .sorted()
                .toList();
    }

    private static boolean isDecided(Records state, NominationId nomination, Given given) {
        return state.all(Outcome.class)
                .filter(one -> !one.at().isAfter(given.effectiveAt()))
                .anyMatch(one -> one.fact().nomination().equals(nomination));
    }
}
