package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The documents of a collection in the order of their ids, in a map of the store. */
abstract class DocumentMap extends AbstractSynchronizedMongoCollection<Object> {
    final MVMap<Object, StoredDocument> documents;
    final Changes changes = new Changes();
    private final Journal journal;

    DocumentMap(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, StoredDocument> documents,
            Journal journal,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.journal = journal;
    }

    /** Keeps the pages that a reader may meet from being overwritten while it reads. */
    final <T> T pinned(Supplier<T> read) {
        MVStore.TxCounter usage = documents.getStore().registerVersionUsage();
        try {
            return read.get();
        } finally {
            documents.getStore().deregisterVersionUsage(usage);
        }
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return changes.during(() -> super.findAndModify(query));
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return changes.during(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document updateQuery,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return changes.during(
                () ->
                        super.updateDocuments(
                                selector, updateQuery, arrayFilters, isMulti, isUpsert, oplog));
    }

    @Override
    protected final Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object position =
                idField == null ? UUID.randomUUID() : Missing.ofNullable(document.get(idField));
        journal.put(documents, position, StoredDocument.of(document));
        return position;
    }

    @Override
    protected final void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        journal.put(documents, position, StoredDocument.of(newDocument));
    }

    @Override
    protected final void removeDocument(Object position) {
        if (!journal.remove(documents, position)) {
            throw new NoSuchElementException("no document with id " + position);
        }
    }

    @Override
    protected final Document getDocument(Object position) {
        StoredDocument document = documents.get(position);
        if (document == null) {
            throw new NoSuchElementException("no document with id " + position);
        }
        return document.shared();
    }

    @Override
    protected final Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(
                        entry ->
                                new DocumentWithPosition<>(
                                        entry.getValue().shared(), entry.getKey()));
    }

    @Override
    public final int count() {
        return documents.size();
    }

    @Override
    public final boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Sizes are not kept: they would cost another write for each write. */
    @Override
    protected final boolean tracksDataSize() {
        return false;
    }

    @Override
    protected final void updateDataSize(int sizeDelta) {}

    @Override
    protected final int getDataSize() {
        return 0;
    }
}
