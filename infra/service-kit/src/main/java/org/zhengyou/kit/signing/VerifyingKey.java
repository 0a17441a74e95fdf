package org.zhengyou.kit.signing;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** An Ed25519 public key (RFC 8032); equal to another with the same bytes. */
public final class VerifyingKey {
    /** Bytes of a signature. */
    public static final int SIGNATURE_BYTES = 64;

    private final byte[] key;
    private final Ed25519Verify verifier;

    VerifyingKey(byte[] key) {
        this.key = key.clone();
        this.verifier = new Ed25519Verify(key);
    }

    /** Whether this is a signature of these bytes by the owner of the key. */
    public boolean verifies(byte[] bytes, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) return false;
        try {
            verifier.verify(signature, bytes);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    String pem() {
        return Pem.PUBLIC.write(key);
    }

    /** Its 32 bytes. */
    byte[] bytes() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(that.key, key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
