package org.zhengyou.standalone.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zhengyou.embedded.PrivateFiles;

/**
 * Short stand-ins for what people type: the same text has the same one, also after a restart, and
 * nobody without the key can tell which text it was.
 */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With the key of this folder, made at the first start. */
    static KeyedHash in(Path folder) {
        Path file = folder.resolve("hash-key.txt");
        if (!Files.exists(file)) PrivateFiles.write(file, random(KEY_BYTES) + "\n");
        try {
            return new KeyedHash(Base64.getUrlDecoder().decode(PrivateFiles.read(file).strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is damaged; restore it from a backup", e);
        }
    }

    /**
     * The hash of a text.
     *
     * @param purpose for which it is used; the same text has another hash for another one
     */
    String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((purpose + '\n').getBytes(StandardCharsets.UTF_8));
            byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return text(Arrays.copyOf(whole, HASH_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    /** Whether a claimed hash is the one of a text; takes as long whatever it is. */
    boolean isOf(String purpose, String text, String claimed) {
        return MessageDigest.isEqual(
                claimed.getBytes(StandardCharsets.UTF_8),
                of(purpose, text).getBytes(StandardCharsets.UTF_8));
    }

    /** That many random bytes as text. */
    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return text(random);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
