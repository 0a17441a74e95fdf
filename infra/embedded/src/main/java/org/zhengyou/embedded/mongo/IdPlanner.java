package org.zhengyou.embedded.mongo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a source of ids for conditions: ids that are named; index entries that start with required
 * values and go on with the id; unions of these for alternatives; a range of ids.
 */
final class IdPlanner {
    /**
     * A field that an index starts with: four points; a range: two; more than a range: named ids.
     */
    static final int NAMED = 1000;

    private static final int FIELD = 4;
    private static final int RANGE = 2;

    /**
     * A source with its merits.
     *
     * @param ids the source
     * @param exact whether it has no id of a document that does not match
     * @param score how much it narrows the search
     */
    record Found(IdSource ids, boolean exact, int score) {}

    private final List<OrderedIndex> indexes;

    IdPlanner(List<OrderedIndex> indexes) {
        this.indexes = indexes;
    }

    @Nullable Found find(Conditions conditions) {
        Found named = named(conditions);
        if (named != null) {
            return named;
        }
        Found best = null;
        for (OrderedIndex index : indexes) {
            Found found = prefix(index, conditions);
            if (found != null && (best == null || found.score > best.score)) {
                best = found;
            }
        }
        if (best == null) {
            best = alternatives(conditions);
        }
        return best == null ? range(conditions) : best;
    }

    private static @Nullable Found named(Conditions conditions) {
        List<Object> equal = conditions.equal("_id");
        List<List<Object>> oneOf = conditions.oneOf("_id");
        if (equal.isEmpty() && oneOf.isEmpty()) {
            return null;
        }
        boolean exact =
                says(conditions, Set.of("_id"))
                        && conditions.bounds("_id").open()
                        && equal.size() + oneOf.size() == 1;
        List<Object> ids = equal.isEmpty() ? oneOf.getFirst() : equal.subList(0, 1);
        return new Found(IdSource.Points.of(ids), exact, NAMED);
    }

    private static boolean says(Conditions conditions, Set<String> onlyAbout) {
        return conditions.complete()
                && conditions.alternatives() == null
                && conditions.concernOnly(onlyAbout);
    }

    private static @Nullable Found range(Conditions conditions) {
        Bounds bounds = conditions.bounds("_id").bracketed();
        if (bounds.open()) {
            return null;
        }
        boolean exact = says(conditions, Set.of("_id")) && bounds.ofOneType();
        return new Found(new IdSource.Range(bounds), exact, RANGE);
    }

    private @Nullable Found alternatives(Conditions conditions) {
        if (conditions.alternatives() == null) {
            return null;
        }
        List<IdSource> sources = new ArrayList<>();
        boolean exact = true;
        int score = NAMED;
        for (var branch : conditions.alternatives()) {
            Found found = find(conditions.and(branch));
            if (found == null || found.score < FIELD) {
                return null;
            }
            sources.add(found.ids);
            exact &= found.exact;
            score = Math.min(score, found.score);
        }
        return new Found(new IdSource.Any(List.copyOf(sources)), exact, score);
    }

    private static @Nullable Found prefix(OrderedIndex index, Conditions conditions) {
        int fields = index.fieldsBeforeId();
        if (fields == 0) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        boolean exact = true;
        for (String field : index.fields().subList(0, fields - 1)) {
            List<Object> equal = conditions.equal(field);
            if (equal.isEmpty()) {
                return null;
            }
            values.add(equal.getFirst());
            exact &= equal.size() == 1 && conditions.oneOf(field).isEmpty();
        }
        Bounds ids = conditions.bounds("_id").bracketed();
        IdSource source = last(index, fields, values, ids, conditions);
        if (source == null) {
            return null;
        }
        exact &= exactPrefix(index, fields, ids, conditions);
        return new Found(source, exact, FIELD * fields + (ids.open() ? 0 : RANGE));
    }

    private static @Nullable IdSource last(
            OrderedIndex index,
            int fields,
            List<Object> values,
            Bounds ids,
            Conditions conditions) {
        String field = index.fields().get(fields - 1);
        List<IdSource> every = new ArrayList<>();
        for (Object value : conditions.equal(field)) {
            every.add(entry(index, values, value, ids));
        }
        for (List<Object> oneOf : conditions.oneOf(field)) {
            List<IdSource> any = new ArrayList<>();
            oneOf.forEach(value -> any.add(entry(index, values, value, ids)));
            every.add(any.isEmpty() ? IdSource.Points.of(List.of()) : new IdSource.Any(any));
        }
        return switch (every.size()) {
            case 0 -> null;
            case 1 -> every.getFirst();
            default -> new IdSource.Every(List.copyOf(every));
        };
    }

    private static IdSource entry(
            OrderedIndex index, List<Object> values, Object value, Bounds ids) {
        List<Object> prefix = new ArrayList<>(values);
        prefix.add(value);
        return new IdSource.Prefix(index, List.copyOf(prefix), ids);
    }

    private static boolean exactPrefix(
            OrderedIndex index, int fields, Bounds ids, Conditions conditions) {
        Set<String> covered = new HashSet<>(index.fields().subList(0, fields));
        boolean plain =
                covered.stream().allMatch(f -> !f.contains(".") && conditions.bounds(f).open());
        covered.add("_id");
        return plain && says(conditions, covered) && (ids.open() || ids.ofOneType());
    }
}
