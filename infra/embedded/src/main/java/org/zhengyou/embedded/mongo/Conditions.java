package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of every result, as far as an index can help: equality with scalars, lists
 * of scalars, ranges, alternatives. What is not understood stays with the filter and makes the
 * conditions incomplete.
 */
final class Conditions {
    private final Map<String, List<Object>> equal = new HashMap<>();
    private final Map<String, List<List<Object>>> oneOf = new HashMap<>();
    private final Map<String, Bounds> bounds = new HashMap<>();
    private @Nullable List<Document> alternatives;
    private boolean complete = true;

    static Conditions of(@Nullable Document query) {
        Conditions conditions = new Conditions();
        if (query != null) {
            conditions.add(query);
        }
        return conditions;
    }

    /** These conditions, without the alternatives, and those of one branch. */
    Conditions and(Document branch) {
        Conditions both = new Conditions();
        equal.forEach((field, values) -> both.equal.put(field, new ArrayList<>(values)));
        oneOf.forEach((field, lists) -> both.oneOf.put(field, new ArrayList<>(lists)));
        both.bounds.putAll(bounds);
        both.complete = complete;
        both.add(branch);
        return both;
    }

    /** Values that the field has to equal or, in an array, to contain: every one of them. */
    List<Object> equal(String field) {
        return equal.getOrDefault(field, List.of());
    }

    /** Lists of values, of each of which the field has to have one. */
    List<List<Object>> oneOf(String field) {
        return oneOf.getOrDefault(field, List.of());
    }

    Bounds bounds(String field) {
        return bounds.getOrDefault(field, Bounds.ALL);
    }

    /** The branches of {@code $or}; null if there is none. */
    @Nullable List<Document> alternatives() {
        return alternatives;
    }

    /** Whether these conditions, without the alternatives, say all that the query says. */
    boolean complete() {
        return complete;
    }

    boolean concernOnly(Set<String> fields) {
        return fields.containsAll(equal.keySet())
                && fields.containsAll(oneOf.keySet())
                && fields.containsAll(bounds.keySet());
    }

    private void add(Document query) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            String name = entry.getKey();
            switch (name) {
                case "$and" -> branches(entry.getValue()).forEach(this::add);
                case "$or" -> addAlternatives(branches(entry.getValue()));
                case "$comment" -> {}
                default -> addField(name, entry.getValue());
            }
        }
    }

    private List<Document> branches(Object value) {
        List<Document> branches = new ArrayList<>();
        if (value instanceof Collection<?> list) {
            for (Object branch : list) {
                if (branch instanceof Document document) {
                    branches.add(document);
                }
            }
        }
        complete &= !branches.isEmpty();
        return branches;
    }

    private void addAlternatives(List<Document> branches) {
        if (branches.size() == 1) {
            add(branches.getFirst());
        } else if (alternatives == null && !branches.isEmpty()) {
            alternatives = branches;
        } else {
            complete = false;
        }
    }

    private void addField(String field, @Nullable Object value) {
        if (field.startsWith("$")) {
            complete = false;
        } else if (scalar(value) || (field.equals("_id") && plainDocument(value))) {
            equal.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
        } else if (value instanceof Document operators && !plainDocument(value)) {
            operators.forEach((operator, operand) -> addOperator(field, operator, operand));
        } else {
            complete = false;
        }
    }

    private void addOperator(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> addEqual(field, operand);
            case "$all" -> addAll(field, operand);
            case "$in" -> addOneOf(field, operand);
            case "$gt" -> addBound(field, operand, (b, v) -> b.atLeast(v, false));
            case "$gte" -> addBound(field, operand, (b, v) -> b.atLeast(v, true));
            case "$lt" -> addBound(field, operand, (b, v) -> b.atMost(v, false));
            case "$lte" -> addBound(field, operand, (b, v) -> b.atMost(v, true));
            default -> complete = false;
        }
    }

    private void addEqual(String field, @Nullable Object operand) {
        if (operand instanceof Document && !plainDocument(operand)) {
            complete = false;
        } else {
            addField(field, operand);
        }
    }

    private void addAll(String field, @Nullable Object operand) {
        if (operand instanceof Collection<?> values && !values.isEmpty() && scalars(values)) {
            equal.computeIfAbsent(field, f -> new ArrayList<>()).addAll(values);
            complete &= !field.equals("_id"); // $all is for arrays; no id is one
        } else {
            complete = false;
        }
    }

    private void addOneOf(String field, @Nullable Object operand) {
        if (operand instanceof Collection<?> values && scalars(values)) {
            oneOf.computeIfAbsent(field, f -> new ArrayList<>()).add(List.copyOf(values));
        } else {
            complete = false;
        }
    }

    private void addBound(
            String field, @Nullable Object operand, BiFunction<Bounds, Object, Bounds> tighter) {
        if (scalar(operand)) {
            bounds.put(field, tighter.apply(bounds(field), operand));
            complete &= !"".equals(operand); // ends a range of numbers, see Bounds
        } else {
            complete = false;
        }
    }

    private static boolean scalars(Collection<?> values) {
        return values.stream().allMatch(Conditions::scalar);
    }

    private static boolean scalar(@Nullable Object value) {
        return value instanceof String
                || (value instanceof Number && !(value instanceof Decimal128))
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof UUID
                || value instanceof ObjectId
                || value instanceof BinData;
    }

    private static boolean plainDocument(@Nullable Object value) {
        return value instanceof Document document
                && (document.isEmpty() || !document.keySet().iterator().next().startsWith("$"));
    }
}
