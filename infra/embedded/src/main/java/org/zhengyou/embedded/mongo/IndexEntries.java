package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document's values in the fields of an index, one of them perhaps an array. */
final class IndexEntries {
    private final List<String> fields;

    IndexEntries(List<IndexKey> keys) {
        this.fields = keys.stream().map(IndexKey::getKey).toList();
    }

    List<String> fields() {
        return fields;
    }

    /**
     * The document's values of the indexed fields; a field that is not there is {@link Missing}.
     */
    Object[] values(Document document) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            String field = fields.get(i);
            values[i] =
                    field.indexOf('.') < 0
                            ? document.getOrMissing(field)
                            : Utils.getSubdocumentValueCollectionAware(document, field);
        }
        return values;
    }

    static boolean allMissing(Object[] values) {
        return Arrays.stream(values).allMatch(Missing.class::isInstance);
    }

    static int arrays(Object[] values) {
        int arrays = 0;
        for (Object value : values) {
            arrays += value instanceof Collection<?> ? 1 : 0;
        }
        return arrays;
    }

    /**
     * One row of scalars for each element of an array. Several arrays, which lie below a common
     * one, are read side by side. An empty array counts as null.
     */
    static Object[][] rows(Object[] values) {
        int count = 1;
        for (Object value : values) {
            if (value instanceof Collection<?> list) {
                count = Math.max(count, list.size());
            }
        }
        Object[][] rows = new Object[count][values.length];
        for (int field = 0; field < values.length; field++) {
            fill(rows, field, values[field]);
        }
        return rows;
    }

    private static void fill(Object[][] rows, int field, @Nullable Object value) {
        Object[] column =
                value instanceof Collection<?> list ? list.toArray() : new Object[] {value};
        for (int row = 0; row < rows.length; row++) {
            Object cell = column.length == 0 ? null : column[Math.min(row, column.length - 1)];
            rows[row][field] = Missing.ofNullable(cell);
        }
    }
}
