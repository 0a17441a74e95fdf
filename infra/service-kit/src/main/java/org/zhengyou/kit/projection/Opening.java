package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.personal.Personal;

/**
 * Pages in the order of personal values, or of those rows whose personal values are as asked. Which
 * rows these are is read off from {@link OpenedPlaces}; rows whose values are not known there are
 * read and opened. The rows of the page are read and checked as all are.
 */
final class Opening<R extends Record> {
    private static final int HEADS_AT_ONCE = 2_000;
    private static final int ROWS_AT_ONCE = 100;
    private static final String TOO_MANY =
            "too many rows to be opened: ask for fewer of them, or in another order";

    private final Table<R> table;
    private final Question question;
    private final Question.Rows wanted;
    private final Fields fields;
    private final Check<R> check;
    private final TimeLimit limit;
    private final Comparator<Rank> order;
    private final List<Rank> found = new ArrayList<>();

    Opening(Table<R> table, Question question, Check<R> check, TimeLimit limit) {
        this.table = table;
        this.question = question;
        this.wanted = question.rows();
        this.fields = table.fields();
        this.check = check;
        this.limit = limit;
        this.order = wanted.order();
    }

    /** Whether the answer depends on personal values. */
    boolean isNeeded() {
        String sort = wanted.sort();
        return sort == null
                ? wanted.filters().stream().anyMatch(one -> fields.isPersonal(one.field()))
                : fields.isPersonal(sort);
    }

    /** A page of the rows that have a term of each of these sets. */
    Page of(List<Set<String>> terms, @Nullable Rank after) {
        String key = null;
        List<RowHead> some;
        do {
            limit.check(TOO_MANY);
            some = table.heads(terms, key, HEADS_AT_ONCE);
            find(some, after);
            if (!some.isEmpty()) key = StoredText.encode(some.getLast().key());
        } while (some.size() == HEADS_AT_ONCE);
        found.sort(order);
        return page();
    }

    private void find(List<RowHead> some, @Nullable Rank after) {
        Set<String> unknown = new LinkedHashSet<>();
        for (RowHead head : some) {
            Map<String, String> places =
                    head.isWithin(question.cut())
                            ? table.opened().of(head.key(), head.version())
                            : null;
            if (places == null) unknown.add(head.key());
            else offer(head.key(), places, after);
        }
        for (StoredRow<R> row : table.find(unknown)) {
            Shown shown = check.shown(row);
            if (shown == null) continue;
            Map<String, String> places = places(shown);
            if (row.isWithin(question.cut())) table.opened().keep(row.key(), row.version(), places);
            offer(row.key(), places, after);
        }
    }

    private Map<String, String> places(Shown shown) {
        Map<String, String> places = new HashMap<>();
        for (String field : fields.personal())
            places.put(field, Collation.place(fields.value(shown.key(), shown.answer(), field)));
        return places;
    }

    private void offer(String key, Map<String, String> places, @Nullable Rank after) {
        for (Filter filter : wanted.filters())
            if (!mayMatch(filter, places.get(filter.field()))) return;
        String sort = wanted.sort();
        String place = sort == null ? "" : places.getOrDefault(sort, "");
        Rank rank = new Rank(place, StoredText.encode(key));
        if (after == null || order.compare(rank, after) > 0) found.add(rank);
    }

    /** Places tell the beginning of long texts only, and nothing of other fields. */
    private static boolean mayMatch(Filter filter, @Nullable String place) {
        if (place == null) return true;
        if (place.isEmpty()) return filter.matches(null);
        String text = Collation.text(place);
        return text.length() >= Collation.LONGEST || filter.matches(Personal.of("", text));
    }

    /** A row that stands elsewhere by now was written meanwhile, and will be found there. */
    private Page page() {
        int most = wanted.limit();
        List<Shown> rows = new ArrayList<>();
        for (int from = 0; from < found.size() && rows.size() <= most; from += ROWS_AT_ONCE) {
            limit.check(TOO_MANY);
            List<Rank> some = found.subList(from, Math.min(found.size(), from + ROWS_AT_ONCE));
            Map<Rank, Shown> shown = read(some);
            for (Rank rank : some) {
                Shown one = shown.get(rank);
                if (one != null) rows.add(one);
            }
        }
        return rows.size() <= most
                ? new Page(rows, null, null)
                : new Page(rows.subList(0, most), rows.get(most - 1).rank(), null);
    }

    private Map<Rank, Shown> read(List<Rank> some) {
        List<String> keys = new ArrayList<>();
        for (Rank rank : some) if (rank.key() != null) keys.add(StoredText.decode(rank.key()));
        Map<Rank, Shown> shown = new HashMap<>();
        for (StoredRow<R> row : table.find(keys)) {
            Shown one = check.admit(row);
            if (one != null) shown.put(one.rank(), one);
        }
        return shown;
    }
}
