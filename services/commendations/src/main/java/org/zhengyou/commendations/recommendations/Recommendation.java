package org.zhengyou.commendations.recommendations;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationCommand.AttestRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.CloseRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationCommand.EnterRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.OpenRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.CommendationFact;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.Records;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;

/**
 * 民主推荐 (S83, P-PAPER-TALLY). One ballot per unit and round, after the statement on each of its
 * nominations; counted on paper, entered by one person, attested by another.
 */
public final class Recommendation {
    private static final String CLAUSE = "S83";

    private Recommendation() {}

    /** The rules about recommendations. */
    public static Decider<RecommendationCommand, RecommendationEvent, ?> decider() {
        return Decider.of("recommendation", RecommendationCommand.class, RecommendationEvent.class)
                .about(RecommendationCommand::recommendation, RecommendationEvent::recommendation)
                .alsoDependsOn(
                        c ->
                                Set.of(
                                        CommendationRound.tag(c.round()),
                                        Nomination.ballot(c.round(), c.unit())))
                .alsoTagged(Recommendation::tags)
                .sees(CommendationFact.class)
                .decidesOverTime(Records.NONE, Recommendation::decide, Records::after)
                .concerning(RecommendationEvent::concern);
    }

    // Opening and close concern the unit's ballot and each of its nominations.
    private static Set<Tag> tags(RecommendationEvent event) {
        List<NominationId> nominations =
                switch (event) {
                    case RecommendationOpened e -> e.nominations();
                    case RecommendationClosed e ->
                            e.tallies().stream().map(Figures::nomination).toList();
                    case RecommendationTallyEntered e -> List.of();
                    case RecommendationTallyAttested e -> List.of();
                };
        if (nominations.isEmpty()) return Set.of();
        Set<Tag> tags = new HashSet<>(Set.of(Nomination.ballot(event.round(), event.unit())));
        nominations.forEach(one -> tags.add(Nomination.tag(one)));
        return tags;
    }

    private static List<? extends RecommendationEvent> decide(
            Records state, RecommendationCommand command, Given given) {
        return switch (command) {
            case OpenRecommendation c -> open(state, c, given);
            case EnterRecommendationTally c -> PaperCount.enter(state, c, given);
            case AttestRecommendationTally c -> PaperCount.attest(state, c, given);
            case CloseRecommendation c -> close(state, c, given);
        };
    }

    private static List<RecommendationOpened> open(
            Records state, OpenRecommendation c, Given given) {
        var round = CommendationRound.require(state, c.round(), given, CLAUSE);
        Optional<RecommendationOpened> before = state.last(RecommendationOpened.class, e -> true);
        if (before.isPresent() && isSame(before.get(), c)) return List.of();
        given.authority().require(APPRAISE, c.unit().value(), CLAUSE);
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "one recommendation per unit and round");
        CommendationRound.requireRunning(round, given);
        List<NominationId> nominations = spokenFor(state, given);
        return List.of(
                new RecommendationOpened(
                        c.recommendation(),
                        c.round(),
                        c.unit(),
                        nominations,
                        c.rollSize(),
                        c.rollDigest()));
    }

    private static boolean isSame(RecommendationOpened e, OpenRecommendation c) {
        return c.equals(
                new OpenRecommendation(
                        e.recommendation(), e.round(), e.unit(), e.rollSize(), e.rollDigest()));
    }

    // By id: who filed first has no better place on the ballot.
    private static List<NominationId> spokenFor(Records state, Given given) {
        List<NominationId> nominations =
                state.all(NominationFiled.class)
                        .map(e -> e.fact().nomination())
                        .sorted(Comparator.comparing(NominationId::value))
                        .toList();
        if (nominations.isEmpty())
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "missing step: a nomination is filed");
        for (NominationId nomination : nominations)
            state.require(
                    StatementPresented.class,
                    e -> e.nomination().equals(nomination),
                    given.effectiveAt(),
                    CLAUSE,
                    "the statement on nomination " + nomination.value() + " is presented");
        return nominations;
    }

    private static List<RecommendationClosed> close(
            Records state, CloseRecommendation c, Given given) {
        if (state.last(RecommendationClosed.class, e -> PaperCount.isOf(e, c)).isPresent())
            return List.of();
        RecommendationOpened opened = PaperCount.opened(state, c, given);
        given.authority().require(APPRAISE, c.unit().value(), CLAUSE);
        List<Figures> tallies = new ArrayList<>();
        for (NominationId nomination : opened.nominations())
            tallies.add(figures(state, nomination, given));
        return List.of(
                new RecommendationClosed(
                        c.recommendation(),
                        c.round(),
                        c.unit(),
                        opened.rollSize(),
                        opened.rollDigest(),
                        tallies));
    }

    private static Figures figures(Records state, NominationId nomination, Given given) {
        LastEntry last =
                LastEntry.of(state, nomination)
                        .filter(one -> one.isAttestedBy(given.effectiveAt()))
                        .orElseThrow(
                                () ->
                                        refuse(
                                                STEP_OUT_OF_ORDER,
                                                Policies.PAPER_TALLY,
                                                "missing step: the tally of nomination "
                                                        + nomination.value()
                                                        + " is attested"));
        return new Figures(nomination, last.opened(), last.entered().scanDigest());
    }
}
