package org.zhengyou.commendations.nominations;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.DUPLICATE_NOMINATION;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.nominations.NominationCommand.FileNomination;
import org.zhengyou.commendations.nominations.NominationCommand.PresentStatement;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 基层申报、总支陈述 (S83). Filed from below, one per candidate, round and category; then the general branch
 * speaks for it. Each acts by its own hand: what a superior says in its place is no filing from
 * below. Once the unit's ballot is open, it takes no more.
 *
 * @param filed how it was filed, null before
 * @param presented the statement on it, null before
 */
public record Nomination(
        @Nullable Told<NominationFiled> filed, @Nullable Told<StatementPresented> presented) {
    private static final String CLAUSE = "S83";
    private static final String NAME = "nomination";

    /** Nothing is on record. */
    static final Nomination NONE = new Nomination(null, null);

    /** The nomination with an id. */
    public static final Ground<Nomination> GROUND =
            Ground.of(NAME, NominationEvent.class, NONE, Nomination::after);

    /** All nominations of a candidate. */
    public static final Ground<History<NominationFiled>> OF_CANDIDATE =
            Ground.of("candidate", NominationFiled.class, History.none(), History::and);

    /** What settled nominations of a candidate, in all rounds. */
    public static final Ground<History<SettlesNomination>> SETTLED =
            Ground.of("candidate", SettlesNomination.class, History.none(), History::and);

    /** Whether a candidate is nominated in a round and category. */
    private static final Ground<Boolean> IN_CATEGORY =
            Ground.of("candidate-in", NominationFiled.class, false, (before, filed) -> true);

    /** The rules about nominations. */
    public static Decider<NominationCommand, NominationEvent, Nomination> decider() {
        return Decider.of(NAME, NominationCommand.class, NominationEvent.class)
                .about(NominationCommand::nomination, NominationEvent::nomination)
                .restsOn(CommendationRound.GROUND, NominationCommand::round)
                .restsOnEach(
                        IN_CATEGORY,
                        filing(c -> inCategory(c.round(), c.category(), c.candidate())))
                .restsOnEach(Slate.CLOSED, filing(c -> Slate.tag(c.round(), c.unit())))
                .alsoTagged(Nomination::tags)
                .decides(GROUND, Nomination::decide)
                .concerning(NominationEvent::concern);
    }

    private static Function<NominationCommand, Set<Tag>> filing(Function<FileNomination, Tag> tag) {
        return command ->
                switch (command) {
                    case FileNomination c -> Set.of(tag.apply(c));
                    case PresentStatement c -> Set.of();
                };
    }

    private static Set<Tag> tags(NominationEvent event) {
        Tag unit = Slate.tag(event.round(), event.unit());
        return switch (event) {
            case NominationFiled e ->
                    Set.of(
                            unit,
                            inCategory(e.round(), e.category(), e.candidate()),
                            OF_CANDIDATE.tag(e.candidate()));
            case StatementPresented e -> Set.of(unit);
        };
    }

    private static Tag inCategory(RoundId round, AwardCategory category, CandidateId candidate) {
        return IN_CATEGORY.tag(round.value() + "/" + category + "/" + candidate.value());
    }

    Nomination after(Told<NominationEvent> told) {
        return switch (told.event()) {
            case NominationFiled e -> new Nomination(told.as(e), presented);
            case StatementPresented e -> new Nomination(filed, told.as(e));
        };
    }

    /**
     * How it was filed, in the round that a command names.
     *
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER if it was not filed by then,
     *     NOT_ON_RECORD if it was filed in another round
     */
    public NominationFiled require(RoundId round, Given given, String clause) {
        if (filed == null || !filed.isTrueAt(given.effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, clause, "missing step: the nomination is filed");
        if (!filed.event().round().equals(round))
            throw refuse(NOT_ON_RECORD, clause, "the nomination does not belong to this round");
        return filed.event();
    }

    /**
     * Goes on if its general branch has spoken for it by then.
     *
     * @param what the statement, in the refusal's words
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER
     */
    public void requirePresented(Given given, String what) {
        if (presented == null || !presented.isTrueAt(given.effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "missing step: " + what + " is presented");
    }

    private static List<? extends NominationEvent> decide(
            Nomination nomination, NominationCommand command, Given given) {
        return switch (command) {
            case FileNomination c -> file(nomination, c, given);
            case PresentStatement c -> present(nomination, c, given);
        };
    }

    private static List<NominationFiled> file(
            Nomination nomination, FileNomination c, Given given) {
        given.authority().requireOwn(IMPLEMENT, c.organization().value(), CLAUSE);
        CommendationRoundOpened round = CommendationRound.require(given, CLAUSE);
        NominationFiled event = filed(c, round);
        if (Once.of(nomination.filed, event, given)
                .or(CLAUSE, "a nomination with this id has other content")) return List.of();
        CommendationRound.requireRunning(given, CLAUSE);
        if (!round.categories().contains(c.category()))
            throw refuse(OUT_OF_SCOPE, "S85", "the round commends " + round.categories());
        requireFirst(given);
        new Candidacy(Registers.at(given, CLAUSE)).require(c);
        return List.of(event);
    }

    private static void requireFirst(Given given) {
        if (given.on(IN_CATEGORY))
            throw refuse(
                    DUPLICATE_NOMINATION,
                    CLAUSE,
                    "this candidate is nominated in this round and category");
        if (given.on(Slate.CLOSED))
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
            Nomination nomination, PresentStatement c, Given given) {
        NominationFiled filed = nomination.require(c.round(), given, CLAUSE);
        var event =
                new StatementPresented(c.nomination(), c.round(), filed.unit(), c.documentDigest());
        given.authority().requireOwn(IMPLEMENT, filed.unit().value(), CLAUSE);
        if (Once.of(nomination.presented, event, given).or(CLAUSE, "the statement was presented"))
            return List.of();
        CommendationRound.requireRunning(given, CLAUSE);
        return List.of(event);
    }
}
