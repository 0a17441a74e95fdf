package org.zhengyou.kit.projection;

import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The rows of one answer: those that exist, that the reader may see and that were asked for. */
final class Selection<R extends Record> {
    /** How many rows of a view are looked at for one question at most. */
    static final int MOST_ROWS_LOOKED_AT = 100_000;

    /** One row as it is shown. */
    record Shown(String key, Record answer) {}

    private final View<R, ?> view;
    private final Question question;
    private final Reader reader;
    private final Fields fields;
    private final List<Shown> shown = new ArrayList<>();
    private int lookedAt;

    Selection(View<R, ?> view, Question question, Reader reader, Fields fields) {
        this.view = view;
        this.question = question;
        this.reader = reader;
        this.fields = fields;
    }

    /**
     * Takes the row if it belongs into the answer.
     *
     * @throws ProblemException {@code MALFORMED_REQUEST} if the view has too many rows to be listed
     */
    void offer(StoredRow<R> row) {
        if (++lookedAt > MOST_ROWS_LOOKED_AT)
            throw ProblemException.malformed(
                    view.name(),
                    "has more than "
                            + MOST_ROWS_LOOKED_AT
                            + " rows and cannot be listed: ask for a row by its key");
        if (!view.audience(row.row()).admits(reader)) return;
        Instant asOf = question.asOf();
        Record answer = view.answer(row.key(), row.row(), asOf);
        if (answer != null && isAskedFor(row.key(), answer))
            shown.add(new Shown(row.key(), answer));
    }

    private boolean isAskedFor(String key, Record answer) {
        for (Question.Filter filter : question.filters())
            if (!matches(fields.value(key, answer, filter.field()), filter.value())) return false;
        return true;
    }

    /** A list matches if one of its members does. */
    private static boolean matches(@Nullable Object value, String wanted) {
        if (value instanceof Collection<?> many) {
            for (Object one : many) if (text(one).equals(wanted)) return true;
            return false;
        }
        return text(value).equals(wanted);
    }

    /** As in JSON, without quotes; empty for nothing. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Personal personal -> personal.text() == null ? "" : personal.text();
            case org.zhengyou.kit.decide.Identifier id -> id.value();
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    /** How many rows there are without paging. */
    int total() {
        return shown.size();
    }

    /** The page that was asked for. */
    List<Shown> page() {
        Comparator<Shown> byKey = Comparator.comparing(Shown::key);
        String sort = question.sort();
        Comparator<Shown> order =
                sort == null ? byKey : byField(sort, question.descending()).thenComparing(byKey);
        shown.sort(order);
        int from = Math.min(question.skip(), shown.size());
        return shown.subList(from, (int) Math.min(shown.size(), (long) from + question.limit()));
    }

    private Comparator<Shown> byField(String field, boolean descending) {
        Comparator<@Nullable Object> values = Selection::compare;
        Comparator<Shown> ascending =
                Comparator.comparing(
                        one -> new Sortable(fields.value(one.key(), one.answer(), field)),
                        (a, b) -> values.compare(a.value(), b.value()));
        return descending ? ascending.reversed() : ascending;
    }

    private record Sortable(@Nullable Object value) {}

    /** Numbers and dates by size, everything else by its text; nothing comes first. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // comparables of one class compare
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y)
            return Double.compare(x.doubleValue(), y.doubleValue());
        if (a instanceof Comparable x && b != null && a.getClass() == b.getClass())
            return x.compareTo(b);
        return text(a).compareTo(text(b));
    }
}
