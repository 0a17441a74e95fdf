package org.zhengyou.kit.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * 个人信息密钥. One AES-256-GCM key per person, each stored encrypted under the master key, which lies in
 * a file outside the database. Without the person's key a sealed value cannot be opened by anybody.
 */
public final class PersonalKeys {
    private static final Configuration CONFIGURATION = MasterKey.CIPHERS;
    private static final int KEYS_IN_MEMORY = 20_000;
    private static final String BLIND = "@blind";
    private static final String REQUESTS = "@requests";
    private static final int BLIND_BYTES = 16;

    private final MongoCollection<Document> keys;
    private final Aead master;
    private final PrfSet blind;
    private final PrfSet requests;
    private final Map<String, Aead> open =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Aead> eldest) {
                    return size() > KEYS_IN_MEMORY;
                }
            };

    /**
     * The keys kept in this collection.
     *
     * @param masterKey file of the master key; created with mode 600 if it does not exist and no
     *     key was ever encrypted under one
     * @throws IllegalStateException in Chinese and English, if it does not exist and one was, or if
     *     it is another one or damaged
     */
    public PersonalKeys(MongoCollection<Document> keys, Path masterKey) {
        this.keys = keys;
        try {
            master = MasterKey.open(masterKey, keys.find().first() != null);
            blind = hash(BLIND);
            requests = hash(REQUESTS);
        } catch (GeneralSecurityException e) {
            throw MasterKey.damaged(masterKey, e);
        }
    }

    private PrfSet hash(String name) throws GeneralSecurityException {
        return keyset(name, true).orElseThrow().getPrimitive(CONFIGURATION, PrfSet.class);
    }

    /** Seals a value with the person's key, which is made if there is none yet. Base64. */
    public String seal(String person, String text) {
        return Base64.getEncoder().encodeToString(seal(person, utf8(text)));
    }

    /** As {@link #seal(String, String)}, bytes to bytes. */
    public byte[] seal(String person, byte[] bytes) {
        try {
            return key(person, true).orElseThrow().encrypt(bytes, utf8(person));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value could not be sealed", e);
        }
    }

    /** The value in clear, or nothing if the person's key no longer exists. */
    public Optional<String> open(String person, String sealed) {
        return open(person, Base64.getDecoder().decode(sealed))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** As {@link #open(String, String)}, bytes to bytes. */
    public Optional<byte[]> open(String person, byte[] sealed) {
        try {
            Optional<Aead> key = key(person, false);
            if (key.isEmpty()) return Optional.empty();
            return Optional.of(key.get().decrypt(sealed, utf8(person)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value does not fit its key", e);
        }
    }

    /** Aliases of personal values, kept in this collection. */
    public Aliases aliases(MongoCollection<Document> collection) {
        return new Aliases(collection, text -> hash(blind, text));
    }

    /**
     * The digest of an idempotency key: a keyed hash in hex. Its key is its own. Who destroys that
     * loses no more than that commands of before are no longer known when they come again.
     */
    public String request(String text) {
        return hash(requests, text);
    }

    private static String hash(PrfSet key, String text) {
        try {
            return HexFormat.of().formatHex(key.computePrimary(utf8(text), BLIND_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keyed hash", e);
        }
    }

    private Optional<Aead> key(String person, boolean create) throws GeneralSecurityException {
        synchronized (open) {
            Aead known = open.get(person);
            if (known != null) return Optional.of(known);
        }
        Optional<KeysetHandle> keyset = keyset(person, create);
        if (keyset.isEmpty()) return Optional.empty();
        Aead opened = aead(keyset.get());
        synchronized (open) {
            open.put(person, opened);
        }
        return Optional.of(opened);
    }

    private Optional<KeysetHandle> keyset(String person, boolean create)
            throws GeneralSecurityException {
        Document stored = keys.find(Filters.eq("_id", person)).first();
        if (stored == null) {
            if (!create) return Optional.empty();
            String made =
                    TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                            fresh(person), master, utf8(person), CONFIGURATION);
            try {
                keys.insertOne(new Document("_id", person).append("keyset", made));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
            }
            stored = keys.find(Filters.eq("_id", person)).first();
            if (stored == null) throw new GeneralSecurityException("a new key vanished");
        }
        return Optional.of(
                TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                        stored.getString("keyset"), master, utf8(person), CONFIGURATION));
    }

    private static KeysetHandle fresh(String person) throws GeneralSecurityException {
        return person.equals(BLIND) || person.equals(REQUESTS)
                ? KeysetHandle.generateNew(
                        HmacPrfParameters.builder()
                                .setKeySizeBytes(32)
                                .setHashType(HmacPrfParameters.HashType.SHA256)
                                .build(),
                        CONFIGURATION)
                : KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION);
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(CONFIGURATION, Aead.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
