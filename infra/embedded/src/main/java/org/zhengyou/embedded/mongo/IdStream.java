package org.zhengyou.embedded.mongo;

import org.jspecify.annotations.Nullable;

/** Ids of documents in order, up or down, each once. */
interface IdStream {
    /** The next id, or null at the end. */
    @Nullable Object next();

    /** Goes on with the first id that is not before the given one; never goes back. */
    void seek(Object id);

    /** The document of the id that {@link #next} gave last, if it came along; else null. */
    default @Nullable StoredDocument document() {
        return null;
    }
}
