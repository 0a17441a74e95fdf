package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.view.View;
import org.zhengyou.standalone.Platform;

/** Every list of every service and a row of each, now and in the past. */
final class HistoryReads {
    /** A first answer that takes longer is not asked for again. */
    private static final double SLOW_SECONDS = 10;

    private static final String NOT_THERE = "404";

    private final Asker asker;
    private final Map<Question, Map<When, Cell>> cells = new LinkedHashMap<>();

    HistoryReads(SeededPlatform platform) {
        this.asker = new Asker(platform.port(), platform.world()::token);
    }

    /**
     * What came out for a question.
     *
     * @param rows in the answer
     * @param refused why there was no answer; empty if there was one
     * @param micros how long answers took
     */
    record Cell(int rows, String refused, Histogram micros) {
        boolean isAnswered() {
            return refused.isEmpty() && rows > 0;
        }

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** Asks everything once, to learn what there is. */
    void look(Consumer<String> say) {
        for (Service service : Platform.allServices())
            for (View<?, ?> view : service.views()) {
                Question list = Question.list(service.name(), view.name());
                Asker.Answer now = asker.once(list.path(When.NOW));
                Optional<Question> row = list.row(now.body());
                look(list);
                row.ifPresent(this::look);
                say.accept(list.title() + ": " + told(list));
            }
    }

    private void look(Question question) {
        Map<When, Cell> of = new EnumMap<>(When.class);
        for (When when : When.values())
            of.put(when, first(question, when, asker.once(question.path(when))));
        cells.put(question, of);
    }

    /** A row of today need not have been there in the past: that is an answer, and none to time. */
    static Cell first(Question question, When when, Asker.Answer answer) {
        Histogram micros = ClosedLoop.histogram();
        if (!question.isList() && when.isPast() && answer.refused().equals(NOT_THERE))
            return new Cell(0, "", micros);
        if (answer.seconds() > SLOW_SECONDS && answer.refused().isEmpty())
            ClosedLoop.record(micros, (long) (1e9 * answer.seconds()));
        int rows = answer.refused().isEmpty() ? question.rows(answer.body()) : 0;
        return new Cell(rows, answer.refused(), micros);
    }

    private String told(Question question) {
        List<String> all = new ArrayList<>();
        cells.getOrDefault(question, Map.of())
                .forEach(
                        (when, cell) ->
                                all.add(
                                        when.title()
                                                + " "
                                                + (cell.refused().isEmpty()
                                                        ? cell.rows() + " rows"
                                                        : cell.refused())));
        return String.join(", ", all);
    }

    /**
     * Asks everything that has rows for so long, question by question, one clock after the other.
     */
    void round(double seconds, boolean counts) {
        cells.forEach(
                (question, of) ->
                        of.replaceAll(
                                (when, cell) -> asked(question, when, cell, seconds, counts)));
    }

    private Cell asked(Question question, When when, Cell cell, double seconds, boolean counts) {
        if (!cell.isAnswered() || isSlow(cell)) return cell;
        Histogram micros = counts ? cell.micros() : ClosedLoop.histogram();
        String refused = asker.during(seconds, question.path(when), micros);
        return refused.isEmpty() ? cell : new Cell(cell.rows(), refused, cell.micros());
    }

    private static boolean isSlow(Cell cell) {
        return cell.micros().getMaxValue() > SLOW_SECONDS * 1e6;
    }

    /** Everything that was measured, lists and rows. */
    Map<Question, Map<When, Cell>> cells() {
        return cells;
    }
}
