package org.zhengyou.kit.projection;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Order;

/**
 * 依据. Of which facts a row is made: where in which log each of them lies.
 *
 * @param asOf what was true then
 * @param knownAt what was known then
 * @param position up to which the own log is in the rows
 * @param inboxPosition up to which the inbox is
 * @param facts in the one order of all facts
 */
record RowFacts(
        Instant asOf, Instant knownAt, long position, long inboxPosition, List<FactPlace> facts) {
    /** Copies the list. */
    RowFacts {
        facts = List.copyOf(facts);
    }

    /**
     * Where a fact lies.
     *
     * @param source the service whose log holds it
     * @param position its position there
     * @param effectiveAt when it is true
     * @param recordedAt when it was recorded there
     */
    record FactPlace(String source, long position, Instant effectiveAt, Instant recordedAt) {
        private static FactPlace of(Order order) {
            return new FactPlace(
                    order.source(), order.position(), order.effectiveAt(), order.recordedAt());
        }
    }

    /** The facts of this row, which is cut already: whatever depends on a fact keeps its order. */
    static RowFacts of(Instant asOf, Instant knownAt, Positions positions, Record row) {
        Set<Order> orders = new TreeSet<>();
        collect(row, orders);
        return new RowFacts(
                asOf,
                knownAt,
                positions.log(),
                positions.inbox(),
                orders.stream().map(FactPlace::of).toList());
    }

    private static void collect(@Nullable Object value, Set<Order> orders) {
        switch (value) {
            case Order order -> orders.add(order);
            case Record row -> {
                for (RecordComponent component : row.getClass().getRecordComponents())
                    collect(part(row, component), orders);
            }
            case Map<?, ?> map ->
                    map.forEach(
                            (key, one) -> {
                                collect(key, orders);
                                collect(one, orders);
                            });
            case Iterable<?> many -> many.forEach(one -> collect(one, orders));
            case null, default -> {}
        }
    }

    private static @Nullable Object part(Record row, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rows are records that can be read", e);
        }
    }
}
