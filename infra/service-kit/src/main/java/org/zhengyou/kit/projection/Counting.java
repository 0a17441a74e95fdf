package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows by the values of one or two fields. Where the terms of rows tell exactly who may see
 * them and which values they have, the store counts; the few rows of which they do not are looked
 * at, as are all rows of questions about the past, and those of which there are few for so many
 * values. A row with several values at once is counted under each.
 */
final class Counting<R extends Record> {
    private static final int MOST_GROUPS = 2_000;
    private static final int AT_ONCE = 500;

    /** So many rows are looked at in the time in which the store counts those of one group. */
    private static final int ROWS_PER_GROUP = 20;

    private final Table<R> table;
    private final Question question;
    private final Fields fields;
    private final Check<R> check;
    private final Narrowing narrowing;
    private final TimeLimit limit;
    private final Map<List<String>, Long> counts = new TreeMap<>(Counting::compare);

    Counting(Table<R> table, Question question, Fields fields, Check<R> check, TimeLimit limit) {
        this.table = table;
        this.question = question;
        this.fields = fields;
        this.check = check;
        this.narrowing = new Narrowing(table, question);
        this.limit = limit;
    }

    /** In the order of values, nothing first. */
    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) return order;
        }
        return 0;
    }

    /**
     * How many rows there are, by the places of their values in the fields that were asked for.
     *
     * @param reader the terms under which rows are shown to the reader; null for any
     */
    Map<List<String>, Long> of(@Nullable Set<String> reader) {
        List<Set<String>> terms = narrowing.by(reader, question.rows().filters());
        List<List<String>> groups = reader == null ? null : groups(terms, reader);
        if (groups == null) look(terms);
        else {
            count(terms, groups);
            List<Set<String>> open = new ArrayList<>(terms);
            open.add(Set.of(Terms.OPEN_ROW));
            look(open);
        }
        return counts;
    }

    /** The groups in which the store counts; null if rows are to be looked at. */
    private @Nullable List<List<String>> groups(List<Set<String>> terms, Set<String> reader) {
        Set<String> certain = Terms.certain(reader);
        if (question.isAboutThePast() || certain.isEmpty() || !areIndexed()) return null;
        List<Set<String>> shown = new ArrayList<>(terms);
        shown.add(certain);
        int rows = table.count(terms, Integer.MAX_VALUE);
        return rows == table.count(shown, Integer.MAX_VALUE)
                ? groups(Math.min(MOST_GROUPS, rows / ROWS_PER_GROUP))
                : null;
    }

    private boolean areIndexed() {
        return question.rows().count().stream().allMatch(narrowing::isIndexed)
                && question.rows().filters().stream()
                        .allMatch(
                                one ->
                                        narrowing.isIndexed(one.field())
                                                && narrowing.by(one) != null
                                                && isExact(one));
    }

    /** Terms hold the beginnings of texts. */
    private static boolean isExact(Filter filter) {
        return filter instanceof Filter.AnyOf any
                && any.texts().stream().allMatch(text -> text.length() < Collation.LONGEST);
    }

    /** All combinations of values; null if there are more. */
    private @Nullable List<List<String>> groups(int most) {
        List<List<String>> groups = List.of(List.of());
        for (String field : question.rows().count()) {
            List<String> places = new ArrayList<>(List.of(""));
            places.addAll(table.places(field, null, null, false, most + 1));
            if ((long) groups.size() * places.size() > most) return null;
            groups = each(groups, places);
        }
        return groups;
    }

    /** Each group, followed by each of these. */
    private static List<List<String>> each(List<List<String>> groups, Collection<String> places) {
        List<List<String>> all = new ArrayList<>();
        for (List<String> group : groups)
            for (String place : places) {
                List<String> longer = new ArrayList<>(group);
                longer.add(place);
                all.add(longer);
            }
        return all;
    }

    private void count(List<Set<String>> terms, List<List<String>> groups) {
        for (List<String> group : groups) {
            limit.check("too many values: ask for fewer rows");
            List<Set<String>> all = new ArrayList<>(terms);
            for (int i = 0; i < group.size(); i++) {
                String text = Collation.text(group.get(i));
                all.add(Set.of(Terms.current(question.rows().count().get(i), text)));
            }
            int count = table.count(all, Integer.MAX_VALUE);
            if (count > 0) counts.merge(group, (long) count, Long::sum);
        }
    }

    private void look(List<Set<String>> terms) {
        String key = null;
        List<StoredRow<R>> some;
        do {
            limit.check("too many rows to be counted one by one: ask for fewer of them");
            some = table.rows(terms, key, false, AT_ONCE);
            some.forEach(this::tally);
            if (!some.isEmpty()) key = StoredText.encode(some.getLast().key());
        } while (some.size() == AT_ONCE);
    }

    private void tally(StoredRow<R> row) {
        Shown shown = check.admit(row);
        if (shown == null) return;
        List<List<String>> groups = List.of(List.of());
        for (String field : question.rows().count())
            groups = each(groups, places(fields.value(shown.key(), shown.answer(), field)));
        groups.forEach(group -> counts.merge(group, 1L, Long::sum));
    }

    private static Set<String> places(@Nullable Object value) {
        if (!(value instanceof Collection<?> many)) return Set.of(Collation.place(value));
        Set<String> places = new TreeSet<>();
        for (Object one : many) places.add(Collation.place(one));
        return places.isEmpty() ? Set.of("") : places;
    }
}
