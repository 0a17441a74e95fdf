package org.zhengyou.evaluations.schemes;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_PUBLISHED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.schemes.CriteriaSchemeCommand.PublishCriteriaScheme;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 标准 (S8, S26). Exactly the criteria that the text names, and a version that nobody can change once
 * a review or a commendation round has used it.
 *
 * @param published its last publication; null before
 * @param since when it was published first; null before
 */
public record CriteriaScheme(
        @Nullable Told<CriteriaSchemePublished> published, @Nullable Instant since) {
    private static final String CLAUSE = "S8";
    private static final CriteriaScheme NONE = new CriteriaScheme(null, null);

    /** The scheme with an id. */
    public static final Ground<CriteriaScheme> GROUND =
            Ground.of("scheme", CriteriaSchemeEvent.class, NONE, CriteriaScheme::after);

    /** Whether something uses the scheme with an id: from then on it does not change. */
    public static final Ground<Boolean> USED =
            Ground.of("scheme-use", SchemeUse.class, false, (before, use) -> true);

    private static final Ground<CriteriaScheme> OF_VERSION =
            Ground.of("scheme-version", CriteriaSchemeEvent.class, NONE, CriteriaScheme::after);

    /** The rules about criteria schemes. */
    public static Decider<CriteriaSchemeCommand, CriteriaSchemeEvent, CriteriaScheme> decider() {
        return Decider.of("scheme", CriteriaSchemeCommand.class, CriteriaSchemeEvent.class)
                .about(CriteriaSchemeCommand::scheme, CriteriaSchemeEvent::scheme)
                .restsOn(USED, CriteriaSchemeCommand::scheme)
                .restsOnEach(
                        OF_VERSION,
                        command ->
                                switch (command) {
                                    case PublishCriteriaScheme c ->
                                            Set.of(version(c.appliesTo(), c.version()));
                                })
                .alsoTagged(
                        event ->
                                switch (event) {
                                    case CriteriaSchemePublished e ->
                                            Set.of(version(e.appliesTo(), e.version()));
                                })
                .decides(GROUND, CriteriaScheme::decide)
                .concerning(CriteriaSchemeEvent::concern);
    }

    private static Tag version(AppliesTo appliesTo, int version) {
        return OF_VERSION.tag(appliesTo.name() + "/" + version);
    }

    private static List<CriteriaSchemePublished> decide(
            CriteriaScheme state, CriteriaSchemeCommand command, Given given) {
        return switch (command) {
            case PublishCriteriaScheme c -> publish(state, c, given);
        };
    }

    private static List<CriteriaSchemePublished> publish(
            CriteriaScheme state, PublishCriteriaScheme c, Given given) {
        var event =
                new CriteriaSchemePublished(c.scheme(), c.appliesTo(), c.version(), c.criteria());
        given.authority().requireCommittee(APPRAISE, CLAUSE);
        requireNamedCriteria(c);
        if (state.says(event)
                && Once.of(state.published, event, given)
                        .or(CLAUSE, "these criteria are published")) return List.of();
        if (state.published == null) requireFree(c, given);
        else state.requireUnused(c, given);
        return List.of(event);
    }

    private boolean says(CriteriaSchemePublished event) {
        return published != null && published.event().equals(event);
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

    private static void requireFree(PublishCriteriaScheme c, Given given) {
        if (given.on(OF_VERSION).published != null)
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "version " + c.version() + " for " + c.appliesTo() + " has another id");
    }

    // A round uses a version like a review does, and leaves no tag of its own here.
    private void requireUnused(PublishCriteriaScheme c, Given given) {
        requireVersion(c);
        if (given.on(USED))
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "a review has used this version: publish the next version");
        if (since != null && given.look(SchemeUses.class, c.appliesTo().name()).isUsedSince(since))
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "a commendation round has used this version: publish the next version");
    }

    private void requireVersion(PublishCriteriaScheme c) {
        if (published != null
                && (published.event().appliesTo() != c.appliesTo()
                        || published.event().version() != c.version()))
            throw refuse(
                    ALREADY_ON_RECORD,
                    CLAUSE,
                    "another version needs another scheme with its own id");
    }

    /**
     * Its last publication, if it was first published by this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal SCHEME_NOT_PUBLISHED
     */
    public CriteriaSchemePublished require(Instant at, String clause) {
        if (published == null || since == null || at.isBefore(since))
            throw refuse(SCHEME_NOT_PUBLISHED, clause, "no such scheme was published by then");
        return published.event();
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    private CriteriaScheme after(Told<CriteriaSchemeEvent> told) {
        return switch (told.event()) {
            case CriteriaSchemePublished e ->
                    new CriteriaScheme(told.as(e), since == null ? told.effectiveAt() : since);
        };
    }
}
