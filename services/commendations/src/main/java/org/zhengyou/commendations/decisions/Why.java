package org.zhengyou.commendations.decisions;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.headsOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.eligibility.RuleOutcome;
import org.zhengyou.commendations.eligibility.RuleTrace;
import org.zhengyou.commendations.eligibility.RuleWording;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.Tally;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 为什么 (S116, S22, F54). Why somebody was commended or was not: the figures, the trace of the rules,
 * the decision and its basis. One row per nomination.
 */
public final class Why extends View<Why.Row, Why.Reasons> {
    /**
     * One nomination.
     *
     * @param standing how far it has come
     * @param statement SHA-256 of the written statement of its unit
     * @param figures its recommendation figures
     * @param assessed its assessments
     */
    public record Row(
            Standing standing,
            Timeline<String> statement,
            Timeline<Counted> figures,
            Timeline<EligibilityAssessed> assessed) {}

    /**
     * 推荐结果 (S83).
     *
     * @param tally the counted papers
     * @param rollSize how many were entitled
     * @param rollDigest SHA-256 of the roll
     * @param scanDigest SHA-256 of the scanned papers
     */
    public record Counted(Tally tally, int rollSize, String rollDigest, String scanDigest) {
        private static Counted of(Figures one, RecommendationClosed all) {
            return new Counted(one.tally(), all.rollSize(), all.rollDigest(), one.scanDigest());
        }
    }

    /**
     * 规则结论 (F54). How one rule came out, and what it asks.
     *
     * @param rule its id
     * @param version its version
     * @param clause the clause or policy on which its outcome rests
     * @param asksZh what it asks, in Chinese
     * @param asksEn the same in English
     * @param inputs the ids of the events it rests on
     * @param value what the inputs come to
     * @param outcome how it came out
     * @param changeZh the smallest change that would turn it, in Chinese; null if there is none
     * @param changeEn the same in English
     */
    public record Finding(
            String rule,
            int version,
            String clause,
            String asksZh,
            String asksEn,
            List<String> inputs,
            String value,
            RuleOutcome outcome,
            @Nullable String changeZh,
            @Nullable String changeEn) {
        static Finding of(RuleTrace trace) {
            RuleWording asks = RuleWording.of(trace.rule());
            return new Finding(
                    trace.rule(),
                    trace.version(),
                    trace.clause(),
                    asks.zh(),
                    asks.en(),
                    trace.inputs(),
                    trace.value(),
                    trace.outcome(),
                    trace.changeZh(),
                    trace.changeEn());
        }
    }

    /**
     * What a reader sees of a nomination.
     *
     * @param round its round
     * @param category what for
     * @param candidate who
     * @param organization the primary-level organisation that filed it
     * @param unit the general branch or direct branch that speaks for it
     * @param steps the day of each step taken
     * @param documentDigest SHA-256 of the written nomination
     * @param statementDigest SHA-256 of the written statement of its unit; null before it
     * @param recommendation the papers counted; null before the recommendation is closed
     * @param rollSize how many were entitled; null before the recommendation is closed
     * @param rollDigest SHA-256 of the roll; null before the recommendation is closed
     * @param scanDigest SHA-256 of the scanned papers; null before the recommendation is closed
     * @param eligible what the last assessment found; null before the first
     * @param trace how each rule came out in the last assessment
     * @param commended what was decided; null while it is not
     * @param reviewResult the review whose result the decision used; null if none
     * @param reasonWithoutResult why the decision used none; null if it used one
     * @param conferredOn when it was conferred; null while it is not
     */
    public record Reasons(
            RoundId round,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            OrganizationId unit,
            SortedMap<NominationStep, LocalDate> steps,
            @Digest String documentDigest,
            @Digest @Nullable String statementDigest,
            @Nullable Tally recommendation,
            @Nullable Integer rollSize,
            @Digest @Nullable String rollDigest,
            @Digest @Nullable String scanDigest,
            @Nullable Boolean eligible,
            List<Finding> trace,
            @Nullable Boolean commended,
            @Nullable ReviewId reviewResult,
            @Nullable String reasonWithoutResult,
            @Nullable LocalDate conferredOn) {}

    /** The view; its rows are empty. */
    public Why() {
        super(
                "why",
                Row.class,
                Reasons.class,
                key ->
                        new Row(
                                Standing.NONE,
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        NominationStep.of(fact.event())
                .ifPresent(
                        taken ->
                                taken.nominations()
                                        .forEach(
                                                one ->
                                                        rows.update(
                                                                one.value(),
                                                                row ->
                                                                        stepped(
                                                                                row,
                                                                                taken.step(),
                                                                                fact))));
        if (fact.event() instanceof RecommendationClosed e)
            for (Figures one : e.tallies())
                rows.update(
                        one.nomination().value(), row -> counted(row, Counted.of(one, e), fact));
    }

    private static Row stepped(Row row, NominationStep step, Fact<?> fact) {
        Timeline<EligibilityAssessed> assessed =
                fact.event() instanceof EligibilityAssessed e
                        ? row.assessed().with(fact.order(), e)
                        : row.assessed();
        Timeline<String> statement =
                fact.event() instanceof StatementPresented e
                        ? row.statement().with(fact.order(), e.documentDigest())
                        : row.statement();
        return new Row(row.standing().after(step, fact), statement, row.figures(), assessed);
    }

    private static Row counted(Row row, Counted counted, Fact<?> fact) {
        return new Row(
                row.standing(),
                row.statement(),
                row.figures().with(fact.order(), counted),
                row.assessed());
    }

    /** The candidate, the heads of its organisation and of those above, the committee, auditors. */
    @Override
    public Audience audience(Row row) {
        var filed = row.standing().filed();
        return NARROWEST
                .and(self(Values.of(filed, NominationFiled::candidate)))
                .and(headsOf(Values.of(filed, NominationFiled::organization)));
    }

    @Override
    public Index index(Row row) {
        Standing standing = row.standing();
        return Index.on("round", standing.filed(), NominationFiled::round)
                .and("category", standing.filed(), NominationFiled::category)
                .and("candidate", standing.filed(), NominationFiled::candidate)
                .and("organization", standing.filed(), NominationFiled::organization)
                .and("unit", standing.filed(), NominationFiled::unit)
                .and("documentDigest", standing.filed(), NominationFiled::documentDigest)
                .and("statementDigest", row.statement())
                .and("rollDigest", row.figures(), Counted::rollDigest)
                .and("scanDigest", row.figures(), Counted::scanDigest)
                .and("eligible", row.assessed(), EligibilityAssessed::eligible)
                .and("commended", standing.decided(), CommendationDecided::commended)
                .and("conferredOn", Values.daysOf(standing.steps(), NominationStep.CONFERRED));
    }

    @Override
    public @Nullable Reasons answer(String key, Row row, Instant asOf) {
        return row.standing().filed().at(asOf).map(e -> reasons(e, row, asOf)).orElse(null);
    }

    private static Reasons reasons(NominationFiled e, Row row, Instant asOf) {
        SortedMap<NominationStep, LocalDate> steps = row.standing().daysBy(asOf);
        Optional<Counted> figures = row.figures().at(asOf);
        Optional<EligibilityAssessed> assessed = row.assessed().at(asOf);
        CommendationDecided decided = row.standing().decided().at(asOf).orElse(null);
        return new Reasons(
                e.round(),
                e.category(),
                e.candidate(),
                e.organization(),
                e.unit(),
                steps,
                e.documentDigest(),
                row.statement().at(asOf).orElse(null),
                figures.map(Counted::tally).orElse(null),
                figures.map(Counted::rollSize).orElse(null),
                figures.map(Counted::rollDigest).orElse(null),
                figures.map(Counted::scanDigest).orElse(null),
                assessed.map(EligibilityAssessed::eligible).orElse(null),
                assessed.stream().flatMap(one -> one.trace().stream()).map(Finding::of).toList(),
                decided == null ? null : decided.commended(),
                decided == null ? null : decided.reviewResult(),
                decided == null ? null : decided.reasonWithoutResult(),
                steps.get(NominationStep.CONFERRED));
    }
}
