package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB's order of values, total and strict: null, numbers, strings, documents, arrays, binary,
 * ids, booleans, dates. Numbers of different types are equal when their values are.
 */
final class BsonOrder {
    /** Up to here a double holds every whole number. */
    static final long EXACT = 1L << 53;

    private BsonOrder() {}

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue() ? 0 : Double.compare(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return compareNumbers(x, y);
        }
        return compareRarer(a, b);
    }

    /** By the nearest doubles; where these are not exact, by the whole numbers behind them. */
    private static int compareNumbers(Number a, Number b) {
        double x = a.doubleValue();
        double y = b.doubleValue();
        if (x != y) {
            return Double.compare(x, y);
        }
        return Math.abs(x) < EXACT ? 0 : Long.compare(whole(a), whole(b));
    }

    /** A number beyond {@link #EXACT} as a whole number, as near as a long comes to it. */
    static long whole(Number number) {
        return number instanceof Long exact ? exact : (long) number.doubleValue();
    }

    private static int compareRarer(@Nullable Object a, @Nullable Object b) {
        if (a instanceof UUID x && b instanceof UUID y) {
            int high = Long.compareUnsigned(x.getMostSignificantBits(), y.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(
                            x.getLeastSignificantBits(), y.getLeastSignificantBits());
        }
        if (a instanceof Document x && b instanceof Document y) {
            return compareDocuments(x, y);
        }
        if (a instanceof Collection<?> x && b instanceof Collection<?> y) {
            return compareLists(x, y);
        }
        return ValueComparator.ascWithoutListHandling().compare(a, b);
    }

    private static int compareDocuments(Document a, Document b) {
        Iterator<Map.Entry<String, Object>> left = a.entrySet().iterator();
        Iterator<Map.Entry<String, Object>> right = b.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            Map.Entry<String, Object> x = left.next();
            Map.Entry<String, Object> y = right.next();
            int order = x.getKey().compareTo(y.getKey());
            if (order == 0) {
                order = compare(x.getValue(), y.getValue());
            }
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private static int compareLists(Collection<?> a, Collection<?> b) {
        Iterator<?> left = a.iterator();
        Iterator<?> right = b.iterator();
        while (left.hasNext() && right.hasNext()) {
            int order = compare(left.next(), right.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }
}
