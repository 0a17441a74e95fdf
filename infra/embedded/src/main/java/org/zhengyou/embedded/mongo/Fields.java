package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that a command must have, with the type they must have. */
final class Fields {
    private Fields() {}

    static int number(Document document, String name) {
        return require(document, name, Number.class).intValue();
    }

    static long longNumber(Document document, String name) {
        return require(document, name, Number.class).longValue();
    }

    static List<?> list(Document document, String name) {
        return require(document, name, List.class);
    }

    static Document document(Document document, String name) {
        return require(document, name, Document.class);
    }

    static String text(Document document, String name) {
        return require(document, name, String.class);
    }

    private static <T> T require(Document document, String name, Class<T> type) {
        @Nullable Object value = document.get(name);
        if (!type.isInstance(value)) {
            throw new MongoServerError(
                    ErrorCode.TypeMismatch,
                    "the field " + name + " must be a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
