package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table may belong into an answer, as far as their terms tell. About now the terms
 * tell exactly, but for rows whose values are open; about the past they tell too many rows, never
 * too few.
 */
final class Narrowing {
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_VALUES_READ = 2_000;

    private final Table<?> table;
    private final boolean isNow;

    Narrowing(Table<?> table, Question question) {
        this.table = table;
        this.isNow = !question.isAboutThePast();
    }

    /** Whether rows are found by this field. */
    boolean isIndexed(String field) {
        return table.indexed().contains(field);
    }

    /**
     * Sets of terms, of each of which a row has one.
     *
     * @param reader the terms under which rows are shown to the reader; null for any
     */
    List<Set<String>> by(@Nullable Set<String> reader, List<Filter> filters) {
        List<Set<String>> all = new ArrayList<>();
        if (reader != null) all.add(reader);
        for (Filter filter : filters) {
            Set<String> terms = isIndexed(filter.field()) ? by(filter) : null;
            if (terms != null) all.add(terms);
        }
        return all;
    }

    /** The terms of this filter; null if it does not narrow. */
    @Nullable Set<String> by(Filter filter) {
        return switch (filter) {
            case Filter.AnyOf any -> of(any.field(), any.texts());
            case Filter.Range range ->
                    few(
                            range.field(),
                            table.places(
                                    range.field(),
                                    range.low(),
                                    range.high(),
                                    false,
                                    MOST_VALUES + 1));
            case Filter.Containing text -> {
                List<String> all =
                        table.places(text.field(), null, null, false, MOST_VALUES_READ + 1);
                yield all.size() > MOST_VALUES_READ
                        ? null
                        : few(text.field(), all.stream().filter(mayContain(text)).toList());
            }
        };
    }

    /** A text that was shortened may go on with what is wanted. */
    private static Predicate<String> mayContain(Filter.Containing filter) {
        return place -> {
            String text = Collation.text(place);
            return text.length() >= Collation.LONGEST || filter.matches(text);
        };
    }

    private @Nullable Set<String> few(String field, List<String> places) {
        return places.size() > MOST_VALUES
                ? null
                : of(field, places.stream().map(Collation::text).toList());
    }

    /** Rows that may have one of these values; null if that may be any row. */
    @Nullable Set<String> of(String field, Collection<String> texts) {
        if (isNow) return Terms.now(field, texts);
        return texts.contains("") || table.fields().isTruth(field)
                ? null
                : Terms.ever(field, texts);
    }
}
