package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page: narrows by terms, reads rows in the order of the answer, checks each. In the
 * order of keys it walks along the rows; in the order of values along the values, and of each along
 * its rows. Few rows, and those in an order that is not indexed, are read whole and sorted; in the
 * order of personal values they are opened ({@link Opening}).
 */
final class Listing<R extends Record> {
    private static final int FEW = 500;
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_VALUES_AT_ONCE = 1_000;
    private static final int FIRST_VALUES = 16;

    private final Table<R> table;
    private final Question.Rows wanted;
    private final Check<R> check;
    private final Narrowing narrowing;
    private final List<Set<String>> terms;
    private final Sorting<R> sorting;
    private final Opening<R> opening;
    private final Gathering page;

    /**
     * A page of this table.
     *
     * @param reader the terms under which rows are shown to the reader; null for any
     */
    Listing(
            Table<R> table,
            Question question,
            Check<R> check,
            @Nullable Set<String> reader,
            TimeLimit limit) {
        this.table = table;
        this.wanted = question.rows();
        this.check = check;
        this.narrowing = new Narrowing(table, question);
        this.terms = narrowing.by(reader, wanted.filters());
        this.sorting = new Sorting<>(table, wanted, check, limit);
        this.opening = new Opening<>(table, question, check, limit);
        this.page = new Gathering(wanted.limit());
    }

    /** The page behind this rank; null for the first one. */
    Page after(@Nullable Rank rank) {
        if (!wanted.keys().isEmpty()) return sorting.of(wanted.keys(), rank);
        String sort = wanted.sort();
        if (opening.isNeeded() && !areFew()) return opening.of(terms, rank);
        if (sort == null) {
            boolean ended = walkKeys(terms, rank == null ? null : rank.key(), "");
            int total = page.rows().size();
            return new Page(page.rows(), page.next(ended), ended && rank == null ? total : null);
        }
        if (!narrowing.isIndexed(sort) || areFew()) return sorting.of(terms, rank);
        boolean ended = new Values(sort).walk(rank);
        return new Page(page.rows(), page.next(ended), null);
    }

    private boolean areFew() {
        return table.count(terms, FEW + 1) <= FEW;
    }

    /** Whether it came to the end. Takes rows only that stand at this place. */
    private boolean walkKeys(List<Set<String>> terms, @Nullable String after, String place) {
        boolean descending = wanted.sort() == null && wanted.descending();
        String from = after;
        for (int size = Math.min(page.missing(), MOST_AT_ONCE);
                !page.isFull();
                size = Math.min(2 * size, MOST_AT_ONCE)) {
            List<StoredRow<R>> rows = table.rows(terms, from, descending, size);
            for (StoredRow<R> row : rows) {
                if (page.isFull()) return false;
                from = StoredText.encode(row.key());
                Shown shown = check.admit(row);
                boolean stands = shown != null && shown.rank().place().equals(place);
                page.look(new Rank(place, from), stands ? shown : null);
            }
            if (rows.size() < size) return !page.isFull() || page.missing() > 0;
        }
        return false;
    }

    /** The values of the field by which the answer is sorted, one after the other. */
    private final class Values {
        private final String field;
        private final Filter.Range range;

        Values(String field) {
            this.field = field;
            this.range =
                    wanted.filters().stream()
                            .filter(one -> one.field().equals(field))
                            .filter(Filter.Range.class::isInstance)
                            .map(Filter.Range.class::cast)
                            .findFirst()
                            .orElseGet(() -> new Filter.Range(field, null, null));
        }

        boolean walk(@Nullable Rank after) {
            if (after == null) return walkPlaces(null) && walkNothing(null);
            if (after.isNothing()) return walkNothing(after.key());
            boolean ended =
                    after.key() == null
                            || walkKeys(with(List.of(after.place())), after.key(), after.place());
            return ended && walkPlaces(after.place()) && walkNothing(null);
        }

        private boolean walkNothing(@Nullable String after) {
            Predicate<Filter> excludes = one -> one.field().equals(field) && !one.matches(null);
            return wanted.filters().stream().anyMatch(excludes)
                    || walkKeys(with(narrowing.of(field, List.of(""))), after, "");
        }

        private boolean walkPlaces(@Nullable String after) {
            String at = after;
            int size = FIRST_VALUES;
            while (!page.isFull()) {
                int before = page.rows().size();
                List<String> places = next(at, size);
                if (places.isEmpty()) return true;
                if (places.size() > 1 && !take(places)) {
                    size = Math.max(1, places.size() / 8);
                    continue;
                }
                at = places.getLast();
                if (places.size() == 1 && !walkKeys(with(places), null, at)) return false;
                page.pass(places.size(), at);
                size = enough(places.size(), page.rows().size() - before);
            }
            return false;
        }

        /** How many values fill the page, judging by those before. */
        private int enough(int values, int rows) {
            long wanted = (long) values * Math.max(1, page.missing()) / Math.max(1, rows) + 1;
            return (int) Math.min(wanted, Math.min(MOST_VALUES_AT_ONCE, 4L * values));
        }

        private List<String> next(@Nullable String at, int size) {
            boolean down = wanted.descending();
            String low = at == null || down ? range.low() : at;
            String high = at == null || !down ? range.high() : at;
            return table.places(field, low, high, down, size);
        }

        /**
         * Takes all rows with these values at once; false if they are too many for that, which is
         * found out without reading them.
         */
        private boolean take(List<String> places) {
            int most = Math.max(100, 2 * page.missing());
            List<Set<String>> here = with(places);
            if (table.count(here, most) == most) return false;
            List<StoredRow<R>> rows = table.rows(here, null, false, most);
            if (rows.size() == most) return false;
            Set<String> there = Set.copyOf(places);
            List<Shown> shown = new ArrayList<>();
            for (StoredRow<R> row : rows) {
                Shown one = check.admit(row);
                if (one != null && there.contains(one.rank().place())) shown.add(one);
                else page.look(new Rank(places.getFirst(), ""), null);
            }
            shown.sort((a, b) -> wanted.order().compare(a.rank(), b.rank()));
            shown.forEach(one -> page.look(one.rank(), one));
            return true;
        }

        private List<Set<String>> with(Collection<String> places) {
            return with(narrowing.of(field, places.stream().map(Collation::text).toList()));
        }

        private List<Set<String>> with(@Nullable Set<String> more) {
            if (more == null) return terms;
            List<Set<String>> all = new ArrayList<>(terms);
            all.add(more);
            return all;
        }
    }
}
