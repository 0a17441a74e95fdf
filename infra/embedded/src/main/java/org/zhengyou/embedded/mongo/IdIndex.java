package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index on {@code _id} is the ordered collection itself: nothing is stored twice. */
final class IdIndex extends Index<Object> {
    private final MVMap<Object, StoredDocument> documents;

    IdIndex(MVMap<Object, StoredDocument> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    static Object idOf(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (documents.containsKey(idOf(document))) {
            KeyValue key = new KeyValue(Arrays.asList(document.get("_id")));
            throw new DuplicateKeyError(this, collection, getKeys(), key);
        }
    }

    /** Asked only for documents that are stored. */
    @Override
    public Object getPosition(Document document) {
        return idOf(document);
    }

    @Override
    public Object remove(Document document) {
        return idOf(document);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {}

    /** The planner knows the collection's order; the library's own choice of index is not used. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the planner reads the collection itself");
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {}
}
