package org.zhengyou.commendations.nominations;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.DUPLICATE_NOMINATION;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.NominationCommand.FileNomination;
import org.zhengyou.commendations.nominations.NominationCommand.PresentStatement;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.rounds.CommendationFact;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Records;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;

/**
 * 基层申报、总支陈述 (S83). Filed from below, one per candidate, round and category; then the general branch
 * speaks for it. Each acts by its own hand: what a superior says in its place is no filing from
 * below. Once the unit's ballot is open, it takes no more.
 */
public final class Nomination {
    private static final String CLAUSE = "S83";
    private static final String NAME = "nomination";

    private Nomination() {}

    /** The tag under which all facts about a nomination are found. */
    public static Tag tag(NominationId nomination) {
        return Tag.of(NAME, nomination);
    }

    /** The tag under which all nominations and decisions about a candidate are found. */
    public static Tag of(CandidateId candidate) {
        return Tag.of("candidate", candidate);
    }

    /** The tag under which a unit's nominations, statements and ballot in a round are found. */
    public static Tag ballot(RoundId round, OrganizationId unit) {
        return Tag.of("ballot", round.value() + "/" + unit.value());
    }

    /** The rules about nominations. */
    public static Decider<NominationCommand, NominationEvent, ?> decider() {
        return Decider.of(NAME, NominationCommand.class, NominationEvent.class)
                .about(NominationCommand::nomination, NominationEvent::nomination)
                .alsoDependsOn(Nomination::boundary)
                .alsoTagged(Nomination::tags)
                .sees(CommendationFact.class)
                .decidesOverTime(Records.NONE, Nomination::decide, Records::after)
                .concerning(NominationEvent::concern);
    }

    private static Set<Tag> boundary(NominationCommand command) {
        Set<Tag> tags = new HashSet<>(Set.of(CommendationRound.tag(command.round())));
        if (command instanceof FileNomination c) {
            tags.add(candidateIn(c.round(), c.category().name(), c.candidate()));
            tags.add(ballot(c.round(), c.unit()));
        }
        return tags;
    }

    private static Set<Tag> tags(NominationEvent event) {
        Set<Tag> tags = new HashSet<>(Set.of(ballot(event.round(), event.unit())));
        if (event instanceof NominationFiled e) {
            tags.add(candidateIn(e.round(), e.category().name(), e.candidate()));
            tags.add(of(e.candidate()));
        }
        return tags;
    }

    private static Tag candidateIn(RoundId round, String category, CandidateId candidate) {
        return Tag.of("candidate-in", round.value() + "/" + category + "/" + candidate.value());
    }

    /**
     * The nomination that a command names.
     *
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER if it was not filed by then,
     *     NOT_ON_RECORD if it was filed in another round
     */
    public static NominationFiled require(
            Records state, NominationId nomination, RoundId round, Given given, String clause) {
        NominationFiled filed =
                state.require(
                        NominationFiled.class,
                        e -> e.nomination().equals(nomination),
                        given.effectiveAt(),
                        clause,
                        "the nomination is filed");
        if (!filed.round().equals(round))
            throw refuse(NOT_ON_RECORD, clause, "the nomination does not belong to this round");
        return filed;
    }

    private static List<? extends NominationEvent> decide(
            Records state, NominationCommand command, Given given) {
        return switch (command) {
            case FileNomination c -> file(state, c, given);
            case PresentStatement c -> present(state, c, given);
        };
    }

    private static List<NominationFiled> file(Records state, FileNomination c, Given given) {
        CommendationRoundOpened round = CommendationRound.require(state, c.round(), given, CLAUSE);
        NominationFiled now = filed(c, round);
        Optional<NominationFiled> before =
                state.last(NominationFiled.class, e -> e.nomination().equals(c.nomination()));
        if (before.isPresent() && before.get().equals(now)) return List.of();
        given.authority().requireOwn(IMPLEMENT, c.organization().value(), CLAUSE);
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "a nomination with this id has other content");
        CommendationRound.requireRunning(round, given);
        if (!round.categories().contains(c.category()))
            throw refuse(OUT_OF_SCOPE, "S85", "the round commends " + round.categories());
        requireFirst(state, c);
        new Candidacy(given, CLAUSE).require(c);
        return List.of(now);
    }

    private static void requireFirst(Records state, FileNomination c) {
        boolean isNominated =
                state.last(
                                NominationFiled.class,
                                e ->
                                        e.round().equals(c.round())
                                                && e.category() == c.category()
                                                && e.candidate().equals(c.candidate()))
                        .isPresent();
        if (isNominated)
            throw refuse(
                    DUPLICATE_NOMINATION,
                    CLAUSE,
                    "this candidate is nominated in this round and category");
        if (state.all(BallotFact.class).findAny().isPresent())
            throw refuse(ROUND_CLOSED, CLAUSE, "the unit's recommendation is opened already");
    }

    private static NominationFiled filed(FileNomination c, CommendationRoundOpened round) {
        return new NominationFiled(
                c.nomination(),
                c.round(),
                c.category(),
                c.candidate(),
                c.organization(),
                c.unit(),
                round.conferBefore(),
                c.documentDigest());
    }

    private static List<StatementPresented> present(
            Records state, PresentStatement c, Given given) {
        NominationFiled filed = require(state, c.nomination(), c.round(), given, CLAUSE);
        StatementPresented now =
                new StatementPresented(c.nomination(), c.round(), filed.unit(), c.documentDigest());
        Optional<StatementPresented> before =
                state.last(StatementPresented.class, e -> e.nomination().equals(c.nomination()));
        if (before.isPresent() && before.get().equals(now)) return List.of();
        given.authority().requireOwn(IMPLEMENT, filed.unit().value(), CLAUSE);
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "the statement was presented");
        CommendationRound.requireRunning(
                CommendationRound.require(state, c.round(), given, CLAUSE), given);
        return List.of(now);
    }
}
