package org.zhengyou.kit.documents;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.personal.MasterKey;

/**
 * 文件密钥. One key per document, stored under the master key: <code>{_id: content, digest, keyset}
 * </code>. Whoever destroys it destroys the document, wherever copies of its sealed bytes may be.
 * It is bound to the digest, so that no content passes for another's.
 */
final class DocumentKeys {
    private final MongoCollection<Document> keys;
    private final Path masterKey;
    private @Nullable Aead master;

    /**
     * The keys kept in this collection.
     *
     * @param masterKey file of the master key; not touched as long as there is no document
     */
    DocumentKeys(MongoCollection<Document> keys, Path masterKey) {
        this.keys = keys;
        this.masterKey = masterKey;
    }

    /**
     * Goes on if the master key is the one that documents were sealed under.
     *
     * @throws IllegalStateException in Chinese and English, if not
     */
    void check() {
        Document any = keys.find().first();
        if (any == null) return;
        try {
            opened(any, any.getString("digest"));
        } catch (GeneralSecurityException e) {
            throw MasterKey.damaged(masterKey, e);
        }
    }

    /** A new key; nobody else has it until it is kept. */
    static KeysetHandle fresh() {
        try {
            return KeysetHandle.generateNew(
                    PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB, MasterKey.CIPHERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key for a document", e);
        }
    }

    /** What seals and opens with this key. */
    static StreamingAead cipher(KeysetHandle key) {
        try {
            return key.getPrimitive(MasterKey.CIPHERS, StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no cipher for a document", e);
        }
    }

    /** Keeps the key of a content that has this digest. */
    void keep(String content, String digest, KeysetHandle key) {
        try {
            String keyset =
                    TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                            key, master(), bound(content, digest), MasterKey.CIPHERS);
            keys.insertOne(
                    new Document("_id", content).append("digest", digest).append("keyset", keyset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of a document could not be sealed", e);
        }
    }

    /** What opens this content of this digest; nothing if its key no longer exists. */
    Optional<StreamingAead> of(String content, String digest) {
        Document stored = keys.find(Filters.eq("_id", content)).first();
        if (stored == null) return Optional.empty();
        try {
            return Optional.of(cipher(opened(stored, digest)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of a document does not fit", e);
        }
    }

    private KeysetHandle opened(Document stored, String digest) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                stored.getString("keyset"),
                master(),
                bound(stored.getString("_id"), digest),
                MasterKey.CIPHERS);
    }

    private static byte[] bound(String content, String digest) {
        return (content + '/' + digest).getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Aead master() throws GeneralSecurityException {
        Aead known = master;
        if (known == null) known = MasterKey.open(masterKey, keys.find().first() != null);
        master = known;
        return known;
    }

    /** Destroys the key of this content. */
    void destroy(String content) {
        keys.deleteOne(Filters.eq("_id", content));
    }
}
