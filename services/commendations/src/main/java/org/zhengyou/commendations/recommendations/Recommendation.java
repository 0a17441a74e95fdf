package org.zhengyou.commendations.recommendations;

import static java.util.stream.Collectors.toSet;
import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.nominations.Slate;
import org.zhengyou.commendations.recommendations.RecommendationCommand.AttestRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.CloseRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationCommand.EnterRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.OpenRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyDiffered;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 民主推荐 (S83, P-PAPER-TALLY). One ballot per unit and round, after the statement on each of its
 * nominations; counted on paper, entered by one person, attested by another.
 */
public final class Recommendation {
    static final String CLAUSE = "S83";

    /** The closed recommendation in which a nomination was voted on. */
    public static final Ground<History<RecommendationClosed>> CLOSED =
            Ground.of("nomination", RecommendationClosed.class, History.none(), History::and);

    private Recommendation() {}

    /** The rules about recommendations. */
    public static Decider<RecommendationCommand, RecommendationEvent, ?> decider() {
        return Decider.of("recommendation", RecommendationCommand.class, RecommendationEvent.class)
                .about(RecommendationCommand::recommendation, RecommendationEvent::recommendation)
                .restsOn(CommendationRound.GROUND, RecommendationCommand::round)
                .restsOnEach(Slate.GROUND, opening(c -> Slate.tag(c.round(), c.unit())))
                .restsOnEach(Ballot.OF_UNIT, opening(c -> Slate.tag(c.round(), c.unit())))
                .restsOn(Nomination.GROUND, Recommendation::counted)
                .alsoTagged(Recommendation::tags)
                .decides(Ballot.NONE, Recommendation::decide, Ballot::after)
                .concerning(RecommendationEvent::concern);
    }

    private static Function<RecommendationCommand, Set<Tag>> opening(
            Function<OpenRecommendation, Tag> tag) {
        return command -> command instanceof OpenRecommendation c ? Set.of(tag.apply(c)) : Set.of();
    }

    private static @Nullable NominationId counted(RecommendationCommand command) {
        return switch (command) {
            case OpenRecommendation c -> null;
            case EnterRecommendationTally c -> c.nomination();
            case AttestRecommendationTally c -> c.nomination();
            case CloseRecommendation c -> null;
        };
    }

    private static Set<Tag> tags(RecommendationEvent event) {
        return switch (event) {
            case RecommendationOpened e -> Set.of(Slate.tag(e.round(), e.unit()));
            case RecommendationTallyEntered e -> Set.of();
            case RecommendationTallyAttested e -> Set.of();
            case RecommendationTallyDiffered e -> Set.of();
            case RecommendationClosed e ->
                    e.tallies().stream().map(one -> CLOSED.tag(one.nomination())).collect(toSet());
        };
    }

    private static List<? extends RecommendationEvent> decide(
            Ballot ballot, RecommendationCommand command, Given given) {
        return switch (command) {
            case OpenRecommendation c -> open(ballot, c, given);
            case EnterRecommendationTally c -> PaperCount.enter(ballot, c, given);
            case AttestRecommendationTally c -> PaperCount.attest(ballot, c, given);
            case CloseRecommendation c -> close(ballot, c, given);
        };
    }

    private static List<RecommendationOpened> open(
            Ballot ballot, OpenRecommendation c, Given given) {
        given.authority().require(APPRAISE, c.unit().value(), CLAUSE);
        CommendationRound.require(given, CLAUSE);
        Told<RecommendationOpened> known =
                ballot.opened() == null ? given.on(Ballot.OF_UNIT).opened() : ballot.opened();
        if (known != null
                && Once.of(known, opened(c, known.event().nominations()), given)
                        .or(CLAUSE, "one recommendation per unit and round")) return List.of();
        CommendationRound.requireRunning(given, CLAUSE);
        var opened = opened(c, given.on(Slate.GROUND).requireSpokenFor(given, CLAUSE));
        Registers.at(given, CLAUSE).requireRoll(c.unit().value(), c.rollSize());
        return List.of(opened);
    }

    private static RecommendationOpened opened(
            OpenRecommendation c, List<NominationId> nominations) {
        return new RecommendationOpened(
                c.recommendation(), c.round(), c.unit(), nominations, c.rollSize(), c.rollDigest());
    }

    private static List<RecommendationClosed> close(
            Ballot ballot, CloseRecommendation c, Given given) {
        given.authority().require(APPRAISE, c.unit().value(), CLAUSE);
        RecommendationOpened opened = ballot.requireOpened(c, given);
        if (Once.of(ballot.closed() == null ? null : ballot.closed().on(), given)
                .or(CLAUSE, "the recommendation is closed")) return List.of();
        CommendationRound.requireRunning(given, CLAUSE);
        return List.of(
                new RecommendationClosed(
                        c.recommendation(),
                        c.round(),
                        c.unit(),
                        opened.rollSize(),
                        opened.rollDigest(),
                        opened.nominations().stream()
                                .map(one -> figures(ballot, one, given))
                                .toList()));
    }

    private static Figures figures(Ballot ballot, NominationId nomination, Given given) {
        LastEntry last =
                ballot.entry(nomination)
                        .filter(one -> one.isAttestedBy(given.effectiveAt()))
                        .orElseThrow(
                                () ->
                                        refuse(
                                                STEP_OUT_OF_ORDER,
                                                Policies.PAPER_TALLY,
                                                "missing step: the tally of nomination "
                                                        + nomination.value()
                                                        + " is attested"));
        return new Figures(nomination, last.counted(), last.entered().event().scanDigest());
    }
}
