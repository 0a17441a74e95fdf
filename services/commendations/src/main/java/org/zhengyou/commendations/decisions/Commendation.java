package org.zhengyou.commendations.decisions;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengyou.commendations.decisions.DecisionCommand.ConferCommendation;
import org.zhengyou.commendations.decisions.DecisionCommand.DecideCommendation;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationConferred;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.rounds.CommendationFact;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.Records;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;

/**
 * 评选、表彰 (S69, S84, S116). The committee decides when the three steps are taken and the eligibility
 * is on file; what was decided is conferred before the round's day. Deciding and conferring are two
 * acts.
 */
public final class Commendation {
    private static final String DECIDING = "S116";

    private Commendation() {}

    /** The rules about decisions and conferrals. */
    public static Decider<DecisionCommand, DecisionEvent, ?> decider() {
        return Decider.of("commendation", DecisionCommand.class, DecisionEvent.class)
                .about(DecisionCommand::nomination, DecisionEvent::nomination)
                .alsoDependsOn(
                        c ->
                                Set.of(
                                        CommendationRound.tag(c.round()),
                                        Nomination.tag(c.nomination())))
                .alsoTagged(
                        e -> Set.of(Nomination.tag(e.nomination()), Nomination.of(e.candidate())))
                .sees(CommendationFact.class)
                .decidesOverTime(Records.NONE, Commendation::decide, Records::after)
                .concerning(DecisionEvent::concern);
    }

    private static List<? extends DecisionEvent> decide(
            Records state, DecisionCommand command, Given given) {
        return switch (command) {
            case DecideCommendation c -> decide(state, c, given);
            case ConferCommendation c -> confer(state, c, given);
        };
    }

    private static List<CommendationDecided> decide(
            Records state, DecideCommendation c, Given given) {
        NominationFiled filed =
                Nomination.require(state, c.nomination(), c.round(), given, DECIDING);
        CommendationDecided now = decided(filed, c);
        Optional<CommendationDecided> before =
                state.last(CommendationDecided.class, e -> e.nomination().equals(c.nomination()));
        if (before.isPresent() && before.get().equals(now)) return List.of();
        if (filed.candidate().value().equals(given.actor().person()))
            throw refuse(
                    CONFLICT_OF_INTEREST, Policies.OWN_CAUSE, "nobody decides in their own cause");
        given.authority().requireCommittee(GUIDE, DECIDING);
        CommendationRoundOpened round =
                CommendationRound.require(state, c.round(), given, DECIDING);
        CommendationRound.requireRunning(round, given);
        EligibilityAssessed assessed = requireSteps(state, c.nomination(), given);
        DecisionBasis basis = new DecisionBasis(given, filed, c);
        basis.requireResult(round);
        basis.requireEligible(assessed);
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, DECIDING, "the nomination is decided otherwise");
        return List.of(now);
    }

    private static EligibilityAssessed requireSteps(
            Records state, NominationId nomination, Given given) {
        state.require(
                StatementPresented.class,
                e -> e.nomination().equals(nomination),
                given.effectiveAt(),
                "S83",
                "the statement is presented");
        state.require(
                RecommendationClosed.class,
                e -> e.tallies().stream().anyMatch(one -> one.nomination().equals(nomination)),
                given.effectiveAt(),
                "S83",
                "the recommendation is closed");
        return state.require(
                EligibilityAssessed.class,
                e -> e.nomination().equals(nomination),
                given.effectiveAt(),
                DECIDING,
                "the eligibility is on file");
    }

    private static CommendationDecided decided(NominationFiled filed, DecideCommendation c) {
        return new CommendationDecided(
                c.nomination(),
                c.round(),
                filed.category(),
                filed.candidate(),
                filed.organization(),
                c.commended(),
                c.reviewResult(),
                c.reasonWithoutResult());
    }

    private static List<CommendationConferred> confer(
            Records state, ConferCommendation c, Given given) {
        CommendationRoundOpened round = CommendationRound.require(state, c.round(), given, "S69");
        String clause = round.kind().clause();
        NominationFiled filed = Nomination.require(state, c.nomination(), c.round(), given, clause);
        if (state.last(CommendationConferred.class, e -> e.nomination().equals(c.nomination()))
                .isPresent()) return List.of();
        given.authority().requireCommittee(GUIDE, clause);
        requireCommended(state, c.nomination(), given, clause);
        CommendationRound.requireRunning(round, given);
        if (round.conferFrom() != null && given.effectiveOn().isBefore(round.conferFrom()))
            throw refuse(PHASE_NOT_OPEN, clause, "phase 4 begins on " + round.conferFrom());
        return List.of(
                new CommendationConferred(
                        c.nomination(),
                        c.round(),
                        filed.category(),
                        filed.candidate(),
                        filed.organization(),
                        given.effectiveOn()));
    }

    private static void requireCommended(
            Records state, NominationId nomination, Given given, String clause) {
        CommendationDecided decided =
                state.require(
                        CommendationDecided.class,
                        e -> e.nomination().equals(nomination),
                        given.effectiveAt(),
                        clause,
                        "the nomination is decided");
        if (!decided.commended())
            throw refuse(STEP_OUT_OF_ORDER, clause, "it was decided not to commend this candidate");
    }
}
