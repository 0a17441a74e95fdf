package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;

/** A database: for each collection a map of documents, for each index a map of keys. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private final StoredMaps maps;
    private final Journal journal;
    private final MVMap<String, String> arrayFields;
    private final ScanStatistics statistics;

    StoredDatabase(
            String name,
            StoredMaps maps,
            Journal journal,
            CursorRegistry cursors,
            ScanStatistics statistics) {
        super(name, cursors);
        this.maps = maps;
        this.journal = journal;
        this.arrayFields = maps.arrayFields();
        this.statistics = statistics;
        initializeNamespacesAndIndexes();
    }

    private String indexMap(String collection, String index) {
        return StoredMaps.indexName(getFullCollectionNamespace(collection), index);
    }

    private MVMap<Object, StoredDocument> documents(String collection) {
        return maps.documents(getFullCollectionNamespace(collection));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String collectionName, CollectionOptions options) {
        return new StoredCollection(
                this,
                collectionName,
                options,
                documents(collectionName),
                journal,
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
        MVMap<byte[], Object> map = maps.index(indexMap(collection, name));
        return new OrderedIndex(map, arrayFields, journal, name, keys, sparse, unique);
    }

    /** A map that a failed build left half full would pass for an index the next time. */
    @Override
    protected synchronized void addIndex(Document description) {
        try {
            super.addIndex(description);
        } catch (IndexBuildFailedException e) {
            String namespace = Fields.text(description, "ns");
            forget(StoredMaps.indexName(namespace, Fields.text(description, "name")));
            throw e;
        }
    }

    /**
     * Drops an index of a collection, if there is such a collection.
     *
     * @param wanted the name of the index, or {@code *} for all but that of the ids
     */
    synchronized void dropIndexes(String collectionName, String wanted) {
        MongoCollection<Object> collection = resolveCollection(collectionName, false);
        if (!(collection instanceof StoredCollection stored)) {
            return;
        }
        for (String name : wanted.equals("*") ? stored.indexNames() : List.of(wanted)) {
            dropIndex(collection, name);
            getOrCreateIndexesCollection()
                    .deleteDocuments(
                            new Document("name", name).append("ns", collection.getFullName()), 0);
        }
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String indexName) {
        super.dropIndex(collection, indexName);
        forget(indexMap(collection.getCollectionName(), indexName));
    }

    private void forget(String map) {
        maps.removeIndex(map);
        String notes = OrderedIndex.flag(map, "");
        List<String> stale =
                arrayFields.keySet().stream().filter(note -> note.startsWith(notes)).toList();
        stale.forEach(note -> journal.remove(arrayFields, note));
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        maps.removeDocuments(getFullCollectionNamespace(collectionName));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        maps.removeDatabase(getDatabaseName());
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = maps.store().getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
