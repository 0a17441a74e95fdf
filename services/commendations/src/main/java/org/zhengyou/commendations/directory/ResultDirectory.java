package org.zhengyou.commendations.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.zhengyou.commendations.directory.ForeignFacts.ReviewResultDetermined;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/** 评议考核结果 (S115, S116). The review results of an organisation or member. One row per subject. */
public final class ResultDirectory extends Directory<ResultDirectory.Row> {
    /**
     * One subject.
     *
     * @param results each from when it was determined
     */
    public record Row(Timeline<Result> results) {
        /** The results determined by this instant, the oldest year first. */
        public List<Result> by(Instant asOf) {
            return results.entries().stream()
                    .map(Timeline.Entry::value)
                    .filter(one -> !one.at().isAfter(asOf))
                    .sorted(Comparator.comparingInt(Result::year).thenComparing(Result::event))
                    .toList();
        }
    }

    /**
     * One result.
     *
     * @param review the review
     * @param year the year of its cycle
     * @param grade its grade
     * @param at when it was determined
     * @param event the event's id
     */
    public record Result(String review, int year, String grade, Instant at, String event) {
        private static final List<String> AT_LEAST_GOOD = List.of("EXCELLENT", "GOOD");

        /** Whether it was determined on a day of this period, first and last included. */
        public boolean isWithin(LocalDate from, LocalDate to) {
            return new Period(from, to).covers(at);
        }

        /** Whether its grade is good or excellent. */
        public boolean isAtLeastGood() {
            return AT_LEAST_GOOD.contains(grade);
        }
    }

    /** The view; its rows are empty. */
    public ResultDirectory() {
        super("result-directory", Row.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof ReviewResultDetermined e)
            rows.update(
                    e.subject(), row -> new Row(row.results().with(fact.order(), result(fact, e))));
    }

    private static Result result(Fact<?> fact, ReviewResultDetermined e) {
        return new Result(e.review(), e.year(), e.grade(), fact.effectiveAt(), fact.id());
    }
}
