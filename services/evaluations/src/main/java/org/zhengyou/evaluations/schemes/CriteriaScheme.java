package org.zhengyou.evaluations.schemes;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyou.evaluations.schemes.CriteriaSchemeCommand.PublishCriteriaScheme;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.view.Fact;

/**
 * 标准 (S8, S26). Exactly the criteria that the text names, and a version that nobody can change once
 * a review or a commendation round has used it.
 */
public final class CriteriaScheme {
    private static final String CLAUSE = "S8";
    private static final String NAME = "scheme";

    /**
     * What a decision rests on.
     *
     * @param published the last publication of each scheme within the boundary, since the first one
     * @param used whether a review uses the scheme that is decided on
     */
    record State(Map<SchemeId, Published> published, boolean used) {
        static final State NONE = new State(Map.of(), false);

        State {
            published = Map.copyOf(published);
        }
    }

    /** A publication, and when the scheme was published first. */
    record Published(CriteriaSchemePublished event, Instant since) {}

    private CriteriaScheme() {}

    /** The tag of whatever uses this scheme: from the first use on it does not change. */
    public static Tag use(SchemeId scheme) {
        return Tag.of(NAME, scheme);
    }

    /** The tag of the publications of this scheme alone, without its uses. */
    public static Tag content(SchemeId scheme) {
        return Tag.of("scheme-content", scheme);
    }

    /** The rules about criteria schemes. */
    public static Decider<CriteriaSchemeCommand, CriteriaSchemeEvent, ?> decider() {
        return Decider.of(NAME, CriteriaSchemeCommand.class, CriteriaSchemeEvent.class)
                .about(CriteriaSchemeCommand::scheme, CriteriaSchemeEvent::scheme)
                .alsoDependsOn(CriteriaScheme::boundary)
                .alsoTagged(CriteriaScheme::tags)
                .sees(EvaluationFact.class)
                .decidesOverTime(State.NONE, CriteriaScheme::decide, CriteriaScheme::evolve)
                .concerning(CriteriaSchemeEvent::concern);
    }

    private static Set<Tag> boundary(CriteriaSchemeCommand command) {
        return switch (command) {
            case PublishCriteriaScheme c -> Set.of(version(c.appliesTo(), c.version()));
        };
    }

    private static Set<Tag> tags(CriteriaSchemeEvent event) {
        return switch (event) {
            case CriteriaSchemePublished e ->
                    Set.of(content(e.scheme()), version(e.appliesTo(), e.version()));
        };
    }

    private static Tag version(AppliesTo appliesTo, int version) {
        return Tag.of("scheme-version", appliesTo.name() + "/" + version);
    }

    private static List<CriteriaSchemePublished> decide(
            State state, CriteriaSchemeCommand command, Given given) {
        return switch (command) {
            case PublishCriteriaScheme c -> publish(state, c, given);
        };
    }

    private static List<CriteriaSchemePublished> publish(
            State state, PublishCriteriaScheme c, Given given) {
        given.authority().requireCommittee(APPRAISE, CLAUSE);
        requireNamedCriteria(c);
        CriteriaSchemePublished now =
                new CriteriaSchemePublished(c.scheme(), c.appliesTo(), c.version(), c.criteria());
        Published before = state.published().get(c.scheme());
        if (before != null && now.equals(before.event())) return List.of();
        if (before == null) requireFree(state, c);
        else requireUnused(state, before, c, given);
        return List.of(now);
    }

    private static void requireNamedCriteria(PublishCriteriaScheme c) {
        List<String> given = c.criteria().stream().map(Criterion::code).toList();
        if (given.isEmpty()) throw refuse(PART_MISSING, "Q16", "a scheme has at least 1 criterion");
        List<String> named = c.appliesTo().named().orElse(given);
        List<String> missing = without(named, given);
        if (!missing.isEmpty())
            throw refuse(PART_MISSING, CLAUSE, "criteria of the text are missing: " + missing);
        List<String> others = without(given, named);
        if (!others.isEmpty())
            throw refuse(OUT_OF_SCOPE, CLAUSE, "criteria that the text does not name: " + others);
    }

    private static void requireFree(State state, PublishCriteriaScheme c) {
        if (isTaken(state, c))
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "version " + c.version() + " for " + c.appliesTo() + " has another id");
    }

    // A round uses a version like a review does, and leaves no tag of its own here.
    private static void requireUnused(
            State state, Published before, PublishCriteriaScheme c, Given given) {
        AppliesTo subjects = before.event().appliesTo();
        if (subjects != c.appliesTo() || before.event().version() != c.version())
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "another version needs another scheme with its own id");
        if (state.used())
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "a review has used this version: publish the next version");
        if (given.look(SchemeUses.class, subjects.name()).isUsedSince(before.since()))
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "a commendation round has used this version: publish the next version");
    }

    private static boolean isTaken(State state, PublishCriteriaScheme c) {
        return state.published().values().stream()
                .map(Published::event)
                .anyMatch(e -> e.appliesTo() == c.appliesTo() && e.version() == c.version());
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static State evolve(State state, Fact<?> fact) {
        // Whatever else carries the tag of a scheme uses it.
        if (!(fact.event() instanceof CriteriaSchemePublished e))
            return new State(state.published(), true);
        Map<SchemeId, Published> more = new HashMap<>(state.published());
        Published first = more.get(e.scheme());
        more.put(e.scheme(), new Published(e, first == null ? fact.effectiveAt() : first.since()));
        return new State(more, state.used());
    }
}
