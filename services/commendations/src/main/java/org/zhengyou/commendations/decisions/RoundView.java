package org.zhengyou.commendations.decisions;

import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 表彰批次 (S69, S84). A round with its nominations, how far each has come and what became of it; for
 * the committee and auditors, because it shows the candidates of all units. One row per round.
 */
public final class RoundView extends View<RoundView.Row, RoundView.Overview> {
    /**
     * One round.
     *
     * @param opened its opening
     * @param nominations by id
     */
    public record Row(
            Timeline<CommendationRoundOpened> opened, SortedMap<String, Standing> nominations) {
        /** Copies the map. */
        public Row {
            nominations = Collections.unmodifiableSortedMap(new TreeMap<>(nominations));
        }
    }

    /**
     * What a reader sees of a round.
     *
     * @param kind concentrated or special
     * @param categories what is commended
     * @param periodFrom first day of the period that counts
     * @param periodTo last day of the period that counts
     * @param conferFrom first day on which it may be conferred; null if there is no such bound
     * @param conferBefore it is conferred strictly before this day
     * @param procedure how it is done, as announced
     * @param exceptionReason why it opened outside phase 4; null if it did not
     * @param nominations its nominations by that instant, by id
     */
    public record Overview(
            RoundKind kind,
            List<AwardCategory> categories,
            LocalDate periodFrom,
            LocalDate periodTo,
            @Nullable LocalDate conferFrom,
            LocalDate conferBefore,
            String procedure,
            @Nullable String exceptionReason,
            List<Line> nominations) {}

    /**
     * What a reader sees of a nomination.
     *
     * @param nomination its id
     * @param category what for
     * @param candidate who
     * @param organization the primary-level organisation that filed it
     * @param unit the general branch or direct branch that speaks for it
     * @param step the last step taken
     * @param commended what was decided; null while it is not
     * @param conferredOn when it was conferred; null while it is not
     */
    public record Line(
            NominationId nomination,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            OrganizationId unit,
            NominationStep step,
            @Nullable Boolean commended,
            @Nullable LocalDate conferredOn) {}

    /** The view; its rows are empty. */
    public RoundView() {
        super(
                "round",
                Row.class,
                Overview.class,
                key -> new Row(Timeline.empty(), new TreeMap<>()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof CommendationRoundOpened e)
            rows.update(
                    e.round().value(),
                    row -> new Row(row.opened().with(fact.order(), e), row.nominations()));
        NominationStep.of(fact.event())
                .ifPresent(
                        taken ->
                                rows.update(taken.round().value(), row -> after(row, taken, fact)));
    }

    private static Row after(Row row, NominationStep.Taken taken, Fact<?> fact) {
        SortedMap<String, Standing> more = new TreeMap<>(row.nominations());
        for (NominationId nomination : taken.nominations())
            more.put(
                    nomination.value(),
                    more.getOrDefault(nomination.value(), Standing.NONE).after(taken.step(), fact));
        return new Row(row.opened(), more);
    }

    @Override
    public @Nullable Overview answer(String key, Row row, Instant asOf) {
        return row.opened().at(asOf).map(e -> overview(e, row, asOf)).orElse(null);
    }

    private static Overview overview(CommendationRoundOpened e, Row row, Instant asOf) {
        List<Line> lines = new ArrayList<>();
        for (Standing standing : row.nominations().values())
            standing.filed().at(asOf).ifPresent(filed -> lines.add(line(filed, standing, asOf)));
        return new Overview(
                e.kind(),
                e.categories(),
                e.periodFrom(),
                e.periodTo(),
                e.conferFrom(),
                e.conferBefore(),
                e.procedure(),
                e.exceptionReason(),
                lines);
    }

    private static Line line(NominationFiled e, Standing standing, Instant asOf) {
        SortedMap<NominationStep, LocalDate> days = standing.daysBy(asOf);
        return new Line(
                e.nomination(),
                e.category(),
                e.candidate(),
                e.organization(),
                e.unit(),
                days.lastKey(),
                standing.decided().at(asOf).map(CommendationDecided::commended).orElse(null),
                days.get(NominationStep.CONFERRED));
    }
}
