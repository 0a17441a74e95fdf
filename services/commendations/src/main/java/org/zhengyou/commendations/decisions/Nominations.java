package org.zhengyou.commendations.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationId;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 申报一览 (S69, S84). How far each nomination has come and what became of it; for the committee and
 * auditors, because it shows the candidates of all units. One row per nomination.
 */
public final class Nominations extends View<Standing, Nominations.Line> {
    /**
     * What a reader sees of a nomination.
     *
     * @param round its round
     * @param nomination its id
     * @param category what for
     * @param candidate who
     * @param organization the primary-level organisation that filed it
     * @param unit the general branch or direct branch that speaks for it
     * @param recommendation the ballot of that unit; null while there is none
     * @param step the last step taken
     * @param commended what was decided; null while it is not
     * @param conferredOn when it was conferred; null while it is not
     */
    public record Line(
            RoundId round,
            NominationId nomination,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            OrganizationId unit,
            @Nullable RecommendationId recommendation,
            NominationStep step,
            @Nullable Boolean commended,
            @Nullable LocalDate conferredOn) {}

    /** The view. */
    public Nominations() {
        super("nominations", Standing.class, Line.class, key -> Standing.NONE);
    }

    @Override
    public void on(Fact<?> fact, Documents<Standing> rows) {
        NominationStep.of(fact.event())
                .ifPresent(
                        taken -> {
                            for (NominationId one : taken.nominations())
                                rows.update(one.value(), row -> row.after(taken.step(), fact));
                        });
    }

    @Override
    public Index index(Standing row) {
        return Index.on("round", row.filed(), NominationFiled::round)
                .and("category", row.filed(), NominationFiled::category)
                .and("candidate", row.filed(), NominationFiled::candidate)
                .and("organization", row.filed(), NominationFiled::organization)
                .and("unit", row.filed(), NominationFiled::unit)
                .and("recommendation", row.recommendation(), id -> id)
                .and("step", row.steps().keys())
                .and("commended", row.decided(), CommendationDecided::commended)
                .and("conferredOn", Values.daysOf(row.steps(), NominationStep.CONFERRED));
    }

    @Override
    public @Nullable Line answer(String key, Standing row, Instant asOf) {
        return row.filed().at(asOf).map(filed -> line(filed, row, asOf)).orElse(null);
    }

    private static Line line(NominationFiled e, Standing standing, Instant asOf) {
        SortedMap<NominationStep, LocalDate> days = standing.daysBy(asOf);
        return new Line(
                e.round(),
                e.nomination(),
                e.category(),
                e.candidate(),
                e.organization(),
                e.unit(),
                standing.recommendation().at(asOf).orElse(null),
                days.lastKey(),
                standing.decided().at(asOf).map(CommendationDecided::commended).orElse(null),
                days.get(NominationStep.CONFERRED));
    }
}
