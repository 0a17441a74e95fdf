package org.zhengyou.embedded.mongo;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The maps of the file: one for each collection, one for each index, and one for notes. */
final class StoredMaps {
    private static final String COLLECTIONS = "collection.";
    private static final String INDEXES = "index.";
    private static final String ARRAY_FIELDS = "arrayFields";

    private final MVStore store;
    private final AtomicBoolean news = new AtomicBoolean();

    StoredMaps(MVStore store) {
        this.store = store;
    }

    MVStore store() {
        return store;
    }

    /** Names, with the database, of all collections. */
    Stream<String> collections() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(COLLECTIONS))
                .map(name -> name.substring(COLLECTIONS.length()));
    }

    /** The documents of a collection by id. */
    MVMap<Object, StoredDocument> documents(String namespace) {
        return opened(
                COLLECTIONS + namespace,
                new MVMap.Builder<Object, StoredDocument>()
                        .keyType(new IdType())
                        .valueType(new StoredDocumentType()));
    }

    static String indexName(String namespace, String index) {
        return INDEXES + namespace + "." + index;
    }

    /** What leads to documents, by the keys of an index: see {@link EntryType}. */
    MVMap<byte[], Object> index(String name) {
        return opened(
                name,
                new MVMap.Builder<byte[], Object>()
                        .keyType(new KeyType())
                        .valueType(new EntryType()));
    }

    /** Which fields of which indexes ever held arrays; see {@link OrderedIndex#flag}. */
    MVMap<String, String> arrayFields() {
        return opened(ARRAY_FIELDS, new MVMap.Builder<>());
    }

    private <K, V> MVMap<K, V> opened(String name, MVMap.Builder<K, V> builder) {
        boolean known = store.hasMap(name);
        MVMap<K, V> map = store.openMap(name, builder);
        if (!known) {
            news.set(true);
        }
        return map;
    }

    /** The map of this number. */
    MVMap<?, ?> map(int number) {
        String name = store.getMapName(number);
        if (name == null) {
            throw new IllegalStateException("the journal is of another file: no map " + number);
        }
        if (name.startsWith(COLLECTIONS)) {
            return documents(name.substring(COLLECTIONS.length()));
        }
        return name.equals(ARRAY_FIELDS) ? arrayFields() : index(name);
    }

    void removeDocuments(String namespace) {
        remove(COLLECTIONS + namespace);
    }

    void removeIndex(String name) {
        remove(name);
    }

    private void remove(String name) {
        if (store.hasMap(name)) {
            store.removeMap(name);
            news.set(true);
        }
    }

    /** Removes the documents of all collections of this database. */
    void removeDatabase(String database) {
        List<String> all = collections().filter(name -> name.startsWith(database + ".")).toList();
        all.forEach(this::removeDocuments);
    }

    /** Whether maps came or went since this was last asked. */
    boolean takeNews() {
        return news.getAndSet(false);
    }
}
