package org.zhengyou.embedded.mongo;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what does not match. Between reading the entry of an index and fetching its document
 * there may be an update: so even an exact plan is taken at its word only while nothing changes,
 * unless it goes by the ids alone.
 */
final class MatchingScan implements Scan {
    private final Changes changes;
    private final Plan plan;
    private final Predicate<StoredDocument> filter;
    private final long since;
    private final Scan scan;

    MatchingScan(
            Changes changes, Plan plan, Predicate<StoredDocument> filter, Supplier<Scan> opening) {
        this.changes = changes;
        this.plan = plan;
        this.filter = filter;
        this.since = changes.count();
        this.scan = opening.get();
    }

    @Override
    public @Nullable StoredDocument next() {
        StoredDocument document = scan.next();
        while (document != null && !matches(document)) {
            document = scan.next();
        }
        return document;
    }

    private boolean matches(StoredDocument document) {
        boolean certain = plan.exact() && (plan.steady() || changes.noneSince(since));
        return certain || filter.test(document);
    }

    @Override
    public @Nullable Object mark() {
        return scan.mark();
    }
}
