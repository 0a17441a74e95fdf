package org.zhengyou.kit.signing;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.security.GeneralSecurityException;

/** An Ed25519 private key (RFC 8032). */
public final class SigningKey {
    private final byte[] seed;
    private final Ed25519Sign signer;
    private final VerifyingKey verifying;

    private SigningKey(Ed25519Sign.KeyPair pair) throws GeneralSecurityException {
        this.seed = pair.getPrivateKey();
        this.signer = new Ed25519Sign(seed);
        this.verifying = new VerifyingKey(pair.getPublicKey());
    }

    /** A new one. */
    static SigningKey random() {
        try {
            return new SigningKey(Ed25519Sign.KeyPair.newKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no Ed25519", e);
        }
    }

    /** The one in a PEM text. */
    static SigningKey read(String pem) {
        byte[] seed = Pem.PRIVATE.read(pem).getFirst();
        try {
            return new SigningKey(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no Ed25519", e);
        }
    }

    String pem() {
        return Pem.PRIVATE.write(seed);
    }

    /** The signature of these bytes, 64 bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            return signer.sign(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not signed", e);
        }
    }

    /** What verifies its signatures. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "a key";
    }
}
