package org.zhengyou.kit.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.google.crypto.tink.StreamingAead;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.zhengyou.kit.runtime.NewIds;

/**
 * 文件库. The documents of one service, each by the digest of its bytes: <code>
 * {_id: digest, type, bytes, content, by: [persons], until: milliseconds}</code>. Once a fact names
 * it, it has no end. What is on its way in is noted beside: <code>
 * {_id: content, since: milliseconds}</code>.
 */
final class DocumentStore {
    /** A document counts for that many bytes of those that wait, however small it is. */
    private static final long LEAST = 100_000;

    /** By then whatever was on its way in has arrived, or will not. */
    private static final Duration ARRIVED = Duration.ofHours(1);

    /** Whatever was recorded before a document's end is seen this long after it. */
    private static final Duration SEEN = Duration.ofMinutes(1);

    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> arriving;
    private final Chunks chunks;
    private final DocumentKeys keys;
    private final Duration kept;
    private final Clock clock;

    /**
     * The documents in this database.
     *
     * @param kept how long a document is kept that no fact names
     */
    DocumentStore(MongoDatabase database, Path masterKey, Duration kept, Clock clock) {
        documents = database.getCollection("documents");
        arriving = database.getCollection("documents_arriving");
        chunks = new Chunks(database.getCollection("document_chunks"));
        keys = new DocumentKeys(database.getCollection("document_keys"), masterKey);
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Makes ready to be asked.
     *
     * @throws IllegalStateException in Chinese and English, if the master key is not the one that
     *     documents were sealed under
     */
    void start() {
        documents.createIndex(Indexes.ascending("by"));
        documents.createIndex(Indexes.ascending("until"), new IndexOptions().sparse(true));
        keys.check();
    }

    /** Begins a document. Whoever does keeps or forgets it. */
    Draft begin() {
        String content = NewIds.next().toString();
        arriving.insertOne(new Document("_id", content).append("since", now()));
        return new Draft(content, chunks);
    }

    /**
     * Keeps what has arrived whole. If these very bytes are there already, they stay as they are.
     *
     * @param person who stores it, and may read it until a fact names it
     */
    StoredDocument keep(Draft draft, DocumentType type, String person) {
        String digest = draft.digest();
        Document fresh =
                new Document("_id", digest)
                        .append("type", type.name())
                        .append("bytes", draft.bytes())
                        .append("content", draft.content())
                        .append("by", List.of(person))
                        .append("until", until());
        keys.keep(draft.content(), digest, draft.key());
        while (!isNew(fresh)) {
            Optional<StoredDocument> known = storedAgain(digest, person);
            if (known.isEmpty()) continue; // its time was just up
            forget(draft);
            return known.get();
        }
        arriving.deleteOne(eq("_id", draft.content()));
        return read(fresh);
    }

    private boolean isNew(Document document) {
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
            return false;
        }
    }

    /** Nothing if it is not there any more. */
    private Optional<StoredDocument> storedAgain(String digest, String person) {
        documents.updateOne(eq("_id", digest), Updates.addToSet("by", person));
        documents.updateOne(and(eq("_id", digest), exists("until")), Updates.max("until", until()));
        return find(digest);
    }

    private long until() {
        return clock.instant().plus(kept).toEpochMilli();
    }

    private long now() {
        return clock.millis();
    }

    /** Removes what was not kept. */
    void forget(Draft draft) {
        remove(draft.content());
        arriving.deleteOne(eq("_id", draft.content()));
    }

    /** The key goes first: without it the rest is nothing. */
    private void remove(String content) {
        keys.destroy(content);
        chunks.delete(content);
    }

    /** The document with this digest, if it is there. */
    Optional<StoredDocument> find(String digest) {
        return Optional.ofNullable(documents.find(eq("_id", digest)).first())
                .map(DocumentStore::read);
    }

    private static StoredDocument read(Document document) {
        return new StoredDocument(
                document.getString("_id"),
                DocumentType.valueOf(document.getString("type")),
                document.getLong("bytes"),
                document.getString("content"),
                document.getList("by", String.class));
    }

    /** Its bytes, opened as they are read; nothing if its key no longer exists. */
    Optional<InputStream> open(StoredDocument document) {
        String content = document.content();
        Optional<StreamingAead> cipher = keys.of(content, document.digest());
        if (cipher.isEmpty()) return Optional.empty();
        try {
            return Optional.of(
                    cipher.get()
                            .newDecryptingStream(chunks.reading(content), Draft.bound(content)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a document does not open", e);
        }
    }

    /**
     * Bytes of this person's documents that wait for a fact to name them.
     *
     * @param isNamed whether a fact names the document with a digest
     */
    long waiting(String person, Predicate<String> isNamed) {
        long sum = 0;
        for (Document one : all(and(eq("by", person), exists("until"))))
            if (!isSettled(one.getString("_id"), isNamed))
                sum += Math.max(LEAST, one.getLong("bytes"));
        return sum;
    }

    private List<Document> all(Bson filter) {
        return documents.find(filter).into(new ArrayList<>());
    }

    private boolean isSettled(String digest, Predicate<String> isNamed) {
        if (!isNamed.test(digest)) return false;
        documents.updateOne(eq("_id", digest), Updates.unset("until"));
        return true;
    }

    /**
     * Removes documents whose time is up without a fact that names them, and what never arrived.
     *
     * @param isNamed whether a fact recorded until now names the document with a digest
     */
    void expire(Predicate<String> isNamed) {
        Instant now = clock.instant();
        long over = now.minus(SEEN).toEpochMilli();
        for (Document one : all(lt("until", over)))
            if (!isSettled(one.getString("_id"), isNamed)) expire(one, over);
        long lost = now.minus(ARRIVED).toEpochMilli();
        for (Document one : arriving.find(lt("since", lost)).into(new ArrayList<>()))
            abandon(one.getString("_id"));
    }

    /** Unless it was stored once more just now. */
    private void expire(Document one, long over) {
        Bson still = and(eq("_id", one.getString("_id")), lt("until", over));
        if (documents.deleteOne(still).getDeletedCount() == 1) remove(one.getString("content"));
    }

    /** Its process may have ended between keeping it and crossing it out. */
    private void abandon(String content) {
        if (documents.find(eq("content", content)).first() == null) remove(content);
        arriving.deleteOne(eq("_id", content));
    }

    /**
     * Erases a document for ever: its key is destroyed, and with it whatever copies of its sealed
     * bytes there are. What names it stays on record. Whoever still has the file could store it
     * anew.
     *
     * @return whether it was there
     */
    boolean erase(String digest) {
        Document known = documents.find(eq("_id", digest)).first();
        if (known == null) return false;
        keys.destroy(known.getString("content"));
        documents.deleteOne(eq("_id", digest));
        chunks.delete(known.getString("content"));
        return true;
    }
}
