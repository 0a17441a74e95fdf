package org.zhengyou.embedded.mongo;

import org.jspecify.annotations.Nullable;

/** Documents of one plan in its order. */
interface Scan {
    /** The next document, or null at the end. */
    @Nullable StoredDocument next();

    /** Where a later scan of the same plan goes on behind the document that came last. */
    @Nullable Object mark();
}
