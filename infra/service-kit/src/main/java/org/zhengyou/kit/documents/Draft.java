package org.zhengyou.kit.documents;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A content on its way in. It is sealed as it comes, so that nothing of it lies anywhere in clear,
 * and counted and digested as it was before.
 */
final class Draft extends FilterOutputStream {
    private final String content;
    private final Chunks chunks;
    private final KeysetHandle key = DocumentKeys.fresh();
    private final StreamingAead cipher = DocumentKeys.cipher(key);
    private final MessageDigest sha256 = sha256();
    private long bytes;

    /** Begins a content of this name, which nobody else has. */
    Draft(String content, Chunks chunks) {
        super(OutputStream.nullOutputStream());
        this.content = content;
        this.chunks = chunks;
        try {
            out = cipher.newEncryptingStream(chunks.writing(content), bound(content));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a document could not be sealed", e);
        }
    }

    /** What each sealed content is bound to. */
    static byte[] bound(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        out.write(some, offset, length);
        sha256.update(some, offset, length);
        bytes += length;
    }

    /** Its name. */
    String content() {
        return content;
    }

    /** Its key. */
    KeysetHandle key() {
        return key;
    }

    /** How many bytes it had. */
    long bytes() {
        return bytes;
    }

    /** SHA-256 of these bytes, 64 hexadecimal digits; asked once, when it is closed. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Reads it once more, when it is closed. */
    InputStream opened() {
        try {
            return cipher.newDecryptingStream(chunks.reading(content), bound(content));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a document that was just sealed does not open", e);
        }
    }
}
