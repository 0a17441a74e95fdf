package org.zhengyou.commendations.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** 表彰批次 (S69, S84). The rounds, as they were opened; for all who sign in. */
public final class RoundView extends View<RoundView.Row, RoundView.Overview> {
    /** One round, with its opening. */
    public record Row(Timeline<CommendationRoundOpened> opened) {}

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
     */
    public record Overview(
            RoundKind kind,
            List<AwardCategory> categories,
            LocalDate periodFrom,
            LocalDate periodTo,
            @Nullable LocalDate conferFrom,
            LocalDate conferBefore,
            String procedure,
            @Nullable String exceptionReason) {}

    /** The view. */
    public RoundView() {
        super("round", Row.class, Overview.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof CommendationRoundOpened e)
            rows.update(e.round().value(), row -> new Row(row.opened().with(fact.order(), e)));
    }

    /** Everybody: every organisation puts candidates forward by what was announced (S85). */
    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        return Index.on("kind", row.opened(), CommendationRoundOpened::kind)
                .and("categories", row.opened(), CommendationRoundOpened::categories)
                .and("periodFrom", row.opened(), CommendationRoundOpened::periodFrom)
                .and("periodTo", row.opened(), CommendationRoundOpened::periodTo)
                .and("conferFrom", row.opened(), CommendationRoundOpened::conferFrom)
                .and("conferBefore", row.opened(), CommendationRoundOpened::conferBefore);
    }

    @Override
    public @Nullable Overview answer(String key, Row row, Instant asOf) {
        return row.opened().at(asOf).map(RoundView::overview).orElse(null);
    }

    private static Overview overview(CommendationRoundOpened e) {
        return new Overview(
                e.kind(),
                e.categories(),
                e.periodFrom(),
                e.periodTo(),
                e.conferFrom(),
                e.conferBefore(),
                e.procedure(),
                e.exceptionReason());
    }
}
