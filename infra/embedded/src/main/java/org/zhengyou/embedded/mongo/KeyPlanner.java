package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans a scan of one index: required values first, then a range; perhaps already sorted. */
final class KeyPlanner {
    private static final int FIELD = 4;
    private static final int RANGE = 2;
    private static final int ORDER = 1;

    private final OrderedIndex index;
    private final Conditions conditions;
    private final List<Object> equal = new ArrayList<>();
    private Bounds range = Bounds.ALL;
    private boolean reverse;

    private KeyPlanner(OrderedIndex index, Conditions conditions) {
        this.index = index;
        this.conditions = conditions;
    }

    /** A plan, or null if the index does not help. */
    static @Nullable KeyPlan plan(
            OrderedIndex index, Conditions conditions, @Nullable Document order) {
        return new KeyPlanner(index, conditions).plan(order);
    }

    private @Nullable KeyPlan plan(@Nullable Document order) {
        takeConditions();
        boolean wanted = order != null && !order.isEmpty();
        boolean ordered = order != null && wanted && delivers(order);
        int score = FIELD * equal.size() + (range.open() ? 0 : RANGE) + (ordered ? ORDER : 0);
        boolean helps = index.sparse() ? score >= RANGE : score > 0;
        if (!helps) {
            return null;
        }
        return new KeyPlan(
                new KeyRange(index, low(), high()),
                reverse,
                ordered || (!wanted && !repeats()),
                repeats(),
                score);
    }

    private void takeConditions() {
        for (String field : index.fields()) {
            List<Object> values = conditions.equal(field);
            if (values.isEmpty()) {
                range = index.holdsArrays(field) ? Bounds.ALL : conditions.bounds(field);
                return;
            }
            equal.add(values.getFirst());
        }
    }

    /**
     * A field with arrays behind the required values gives a document several keys in the range.
     */
    private boolean repeats() {
        return index.fields().stream().skip(equal.size()).anyMatch(index::holdsArrays);
    }

    private boolean delivers(Document order) {
        if (index.sparse() || index.fields().stream().anyMatch(index::holdsArrays)) {
            return false;
        }
        int next = equal.size();
        Boolean down = null;
        for (Map.Entry<String, Object> by : order.entrySet()) {
            int at = index.fields().indexOf(by.getKey());
            if (at >= 0 && at < equal.size()) {
                continue; // the same in all results
            }
            if (at != next || !(by.getValue() instanceof Number sign)) {
                return false;
            }
            boolean against = index.ascending(at) != sign.intValue() > 0;
            if (down != null && down != against) {
                return false;
            }
            down = against;
            next++;
        }
        reverse = down != null && down;
        return true;
    }

    /** Whether the field of the range runs from high to low in the index. */
    private boolean descending() {
        return equal.size() < index.fields().size() && !index.ascending(equal.size());
    }

    private byte @Nullable [] low() {
        return descending()
                ? bound(range.high(), !range.highIncluded())
                : bound(range.low(), !range.lowIncluded());
    }

    private byte @Nullable [] high() {
        Object end = descending() ? range.low() : range.high();
        boolean included = descending() ? range.lowIncluded() : range.highIncluded();
        return bound(end, end == null || included);
    }

    /** The required values and the end of the range; behind all that starts so if told. */
    private byte @Nullable [] bound(@Nullable Object end, boolean behind) {
        if (equal.isEmpty() && end == null) {
            return null;
        }
        KeyWriter key = new KeyWriter();
        for (int field = 0; field < equal.size(); field++) {
            index.write(key, field, equal.get(field));
        }
        if (end != null) {
            index.write(key, equal.size(), end);
        }
        return (behind ? key.end() : key).key();
    }
}
