package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database: for each collection a map of documents, for each index a map of keys. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    static final String COLLECTIONS = "collection.";
    private static final String INDEXES = "index.";
    private static final String ARRAY_FIELDS = "arrayFields";

    private final MVStore store;
    private final MVMap<String, String> arrayFields;
    private final ScanStatistics statistics;

    StoredDatabase(String name, MVStore store, CursorRegistry cursors, ScanStatistics statistics) {
        super(name, cursors);
        this.store = store;
        this.arrayFields = store.openMap(ARRAY_FIELDS);
        this.statistics = statistics;
        initializeNamespacesAndIndexes();
    }

    private String collectionMap(String collection) {
        return COLLECTIONS + getFullCollectionNamespace(collection);
    }

    private String indexMap(String collection, String index) {
        return INDEXES + getFullCollectionNamespace(collection) + "." + index;
    }

    private MVMap<Object, StoredDocument> documents(String collection) {
        return store.openMap(
                collectionMap(collection),
                new MVMap.Builder<Object, StoredDocument>()
                        .keyType(new IdType())
                        .valueType(new StoredDocumentType()));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String collectionName, CollectionOptions options) {
        return new StoredCollection(
                this,
                collectionName,
                options,
                documents(collectionName),
                cursorRegistry,
                statistics);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(documents(collectionName), indexName, keys);
        }
        return index(collectionName, indexName, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return index(collectionName, indexName, keys, sparse, false);
    }

    private Index<Object> index(
            String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        MVMap<byte[], Object> map =
                store.openMap(
                        indexMap(collection, name),
                        new MVMap.Builder<byte[], Object>()
                                .keyType(new KeyType())
                                .valueType(new IdType()));
        return new OrderedIndex(map, arrayFields, name, keys, sparse, unique);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String indexName) {
        super.dropIndex(collection, indexName);
        String map = indexMap(collection.getCollectionName(), indexName);
        if (store.hasMap(map)) {
            store.removeMap(map);
        }
        String notes = OrderedIndex.flag(map, "");
        List<String> stale =
                arrayFields.keySet().stream().filter(note -> note.startsWith(notes)).toList();
        stale.forEach(arrayFields::remove);
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        store.removeMap(documents(collectionName));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        String maps = COLLECTIONS + getDatabaseName() + ".";
        List<String> rest =
                store.getMapNames().stream().filter(name -> name.startsWith(maps)).toList();
        rest.forEach(store::removeMap);
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
