package org.zhengyou.kit.http;

import java.util.List;
import org.zhengyou.kit.view.View;

/** What goes over the wire in a body, as far as it is described. */
public sealed interface Content {
    /** As the header Content-Type says it, without parameters. */
    String mediaType();

    /**
     * JSON of one of these records.
     *
     * @param records the first is the usual one
     */
    record Json(List<Class<? extends Record>> records) implements Content {
        /** Copies the records. */
        public Json {
            records = List.copyOf(records);
        }

        @Override
        public String mediaType() {
            return JsonAnswer.JSON;
        }
    }

    /**
     * JSON of a list of rows.
     *
     * @param view whose rows they are
     * @param many whether they may be paged and counted
     */
    record Rows(View<?, ?> view, boolean many) implements Content {
        @Override
        public String mediaType() {
            return JsonAnswer.JSON;
        }
    }

    /** JSON that describes itself. */
    record Described() implements Content {
        @Override
        public String mediaType() {
            return JsonAnswer.JSON;
        }
    }

    /** Text, or bytes, of this type. */
    record Plain(String mediaType) implements Content {}

    /** JSON of this record. */
    static Content json(Class<? extends Record> record) {
        return new Json(List.of(record));
    }

    /** JSON of one of these records. */
    static Content json(Class<? extends Record> usual, Class<? extends Record> other) {
        return new Json(List.of(usual, other));
    }
}
