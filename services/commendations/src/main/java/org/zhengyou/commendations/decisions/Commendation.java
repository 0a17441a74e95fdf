package org.zhengyou.commendations.decisions;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.decisions.DecisionCommand.ConferCommendation;
import org.zhengyou.commendations.decisions.DecisionCommand.DecideCommendation;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationConferred;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.eligibility.Eligibility;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.Recommendation;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;

/**
 * 评选、表彰 (S69, S84, S116). The committee decides when the three steps are taken and the eligibility
 * is on file; what was decided is conferred before the round's day. Deciding and conferring are two
 * acts.
 *
 * @param decided the decision, null before
 * @param conferred the conferral, null before
 */
public record Commendation(
        @Nullable Told<CommendationDecided> decided,
        @Nullable Told<CommendationConferred> conferred) {
    private static final String DECIDING = "S116";
    private static final Commendation NONE = new Commendation(null, null);

    /** The rules about decisions and conferrals. */
    public static Decider<DecisionCommand, DecisionEvent, Commendation> decider() {
        return Decider.of("commendation", DecisionCommand.class, DecisionEvent.class)
                .about(DecisionCommand::nomination, DecisionEvent::nomination)
                .restsOn(CommendationRound.GROUND, DecisionCommand::round)
                .restsOn(Nomination.GROUND, DecisionCommand::nomination)
                .restsOn(Recommendation.CLOSED, Commendation::decidedOn)
                .restsOn(Eligibility.GROUND, Commendation::decidedOn)
                .alsoTagged(
                        event ->
                                switch (event) {
                                    case CommendationDecided e ->
                                            Set.of(Nomination.SETTLED.tag(e.candidate()));
                                    case CommendationConferred e -> Set.of();
                                })
                .decides(NONE, Commendation::decide, Commendation::after)
                .concerning(DecisionEvent::concern);
    }

    private static @Nullable NominationId decidedOn(DecisionCommand command) {
        return switch (command) {
            case DecideCommendation c -> c.nomination();
            case ConferCommendation c -> null;
        };
    }

    private Commendation after(Told<DecisionEvent> told) {
        return switch (told.event()) {
            case CommendationDecided e -> new Commendation(told.as(e), conferred);
            case CommendationConferred e -> new Commendation(decided, told.as(e));
        };
    }

    private static List<? extends DecisionEvent> decide(
            Commendation state, DecisionCommand command, Given given) {
        return switch (command) {
            case DecideCommendation c -> decide(state, c, given);
            case ConferCommendation c -> confer(state, c, given);
        };
    }

    private static List<CommendationDecided> decide(
            Commendation state, DecideCommendation c, Given given) {
        given.authority().requireCommittee(GUIDE, DECIDING);
        NominationFiled filed = given.on(Nomination.GROUND).require(c.round(), given, DECIDING);
        if (filed.candidate().value().equals(given.actor().person()))
            throw refuse(
                    CONFLICT_OF_INTEREST, Policies.OWN_CAUSE, "nobody decides in their own cause");
        CommendationDecided event = decided(filed, c);
        if (Once.of(state.decided, event, given).or(DECIDING, "the nomination is decided"))
            return List.of();
        CommendationRoundOpened round = CommendationRound.requireRunning(given, DECIDING);
        EligibilityAssessed assessed = requireSteps(given);
        DecisionBasis basis = new DecisionBasis(given, filed, c);
        basis.requireResult(round);
        basis.requireEligible(assessed);
        return List.of(event);
    }

    private static EligibilityAssessed requireSteps(Given given) {
        given.on(Nomination.GROUND).requirePresented(given, "the statement");
        given.on(Recommendation.CLOSED)
                .require(
                        RecommendationClosed.class,
                        given.effectiveAt(),
                        "S83",
                        "the recommendation is closed");
        return given.on(Eligibility.GROUND)
                .require(
                        EligibilityAssessed.class,
                        given.effectiveAt(),
                        DECIDING,
                        "the eligibility is on file")
                .event();
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
            Commendation state, ConferCommendation c, Given given) {
        CommendationRoundOpened round = CommendationRound.require(given, "S69");
        String clause = round.kind().clause();
        given.authority().requireCommittee(GUIDE, clause);
        NominationFiled filed = given.on(Nomination.GROUND).require(c.round(), given, clause);
        if (Once.of(state.conferred == null ? null : state.conferred.on(), given)
                .or(clause, "the commendation was conferred")) return List.of();
        state.requireCommended(given, clause);
        CommendationRound.requireRunning(given, clause);
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

    private void requireCommended(Given given, String clause) {
        if (decided == null || !decided.isTrueAt(given.effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, clause, "missing step: the nomination is decided");
        if (!decided.event().commended())
            throw refuse(STEP_OUT_OF_ORDER, clause, "it was decided not to commend this candidate");
    }
}
