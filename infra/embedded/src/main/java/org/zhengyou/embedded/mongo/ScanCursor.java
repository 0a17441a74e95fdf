package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cursor that remembers where it stopped, not what is still to come. */
final class ScanCursor extends AbstractCursor {
    /**
     * A client keeps buffers as large as the largest reply for a minute, one for each power of 2.
     */
    private static final int MAX_BYTES = 1 << 20;

    private final StoredCollection collection;
    private final Plan plan;
    private final Find find;
    private @Nullable Object mark;
    private int toSkip;
    private int left;
    private boolean done;

    ScanCursor(long id, StoredCollection collection, Plan plan, Find find) {
        super(id);
        this.collection = collection;
        this.plan = plan;
        this.find = find;
        this.toSkip = find.skip();
        this.left = find.limit() > 0 ? find.limit() : Integer.MAX_VALUE;
    }

    @Override
    public synchronized boolean isEmpty() {
        return done;
    }

    /** Documents as they are stored, or projected ones. */
    synchronized List<Object> take(int wanted) {
        return collection.pinned(() -> scan(Math.min(wanted, left)));
    }

    private List<Object> scan(int wanted) {
        List<Object> batch = new ArrayList<>();
        Scan scan = collection.open(plan, find.filter(), mark);
        long bytes = 0;
        while (batch.size() < wanted && bytes < MAX_BYTES) {
            StoredDocument document = scan.next();
            if (document == null) {
                done = true;
                break;
            }
            if (toSkip-- <= 0) {
                batch.add(result(document));
                bytes += document.bson().length;
            }
        }
        mark = scan.mark();
        left -= batch.size();
        done |= left == 0;
        return batch;
    }

    private Object result(StoredDocument document) {
        return find.projection() == null
                ? document
                : collection.project(document.shared(), find.projection());
    }

    @Override
    public List<Document> takeDocuments(int numberToReturn) {
        List<Document> documents = new ArrayList<>();
        for (Object taken : take(numberToReturn)) {
            documents.add(taken instanceof StoredDocument s ? s.shared() : (Document) taken);
        }
        return documents;
    }
}
