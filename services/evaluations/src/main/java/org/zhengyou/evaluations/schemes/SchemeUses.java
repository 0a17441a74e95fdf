package org.zhengyou.evaluations.schemes;

import java.time.Instant;
import java.util.List;
import org.zhengyou.evaluations.directory.CommendationFacts.CommendationRoundOpened;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/**
 * 标准的使用 (S8). Which commendation rounds judge whom: a round uses the criteria that are published
 * when it opens. One row per kind of subject.
 */
public final class SchemeUses extends Directory<SchemeUses.Row> {
    /**
     * One kind of subject.
     *
     * @param rounds the rounds that judge such subjects, each from its opening
     */
    public record Row(Timeline<String> rounds) {
        /** Whether a round opened that found what was published by this instant. */
        boolean isUsedSince(Instant published) {
            return rounds.entries().stream()
                    .anyMatch(round -> !round.from().effectiveAt().isBefore(published));
        }
    }

    /** The view; its rows are empty. */
    public SchemeUses() {
        super("scheme-uses", Row.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof CommendationRoundOpened e)
            for (String category : e.categories())
                for (AppliesTo subjects : judgedIn(category))
                    rows.update(
                            subjects.name(),
                            row -> new Row(row.rounds().with(fact.order(), e.round())));
    }

    /** Whom the categories of 两优一先 are about (S85). */
    private static List<AppliesTo> judgedIn(String category) {
        return switch (category) {
            case "ADVANCED_PRIMARY_ORGANIZATION" -> List.of(AppliesTo.ORGANIZATION);
            case "OUTSTANDING_MEMBER" -> List.of(AppliesTo.STAFF, AppliesTo.STUDENT);
            case "OUTSTANDING_PARTY_AFFAIRS_WORKER" -> List.of(AppliesTo.PARTY_AFFAIRS_WORKER);
            default -> List.of();
        };
    }
}
