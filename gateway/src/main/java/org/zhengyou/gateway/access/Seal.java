package org.zhengyou.gateway.access;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Texts that go through hands of others and come back: encrypted and authenticated (JWE, A256CBC-
 * HS512), under a key derived from the client secret, so that every gateway process of a platform
 * can open them, after a restart too. The header is always the same and therefore left out.
 */
final class Seal {
    private static final JWEHeader HEADER =
            new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256CBC_HS512);
    private static final String OPENING = HEADER.toBase64URL() + "..";

    private final SecretKey key;

    /**
     * @param secret of the gateway as a client of the issuer
     * @param purpose what is sealed for one purpose is not opened for another
     */
    Seal(String secret, String purpose) {
        HKDFParameterSpec from =
                HKDFParameterSpec.ofExtract()
                        .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                        .thenExpand(
                                purpose.getBytes(StandardCharsets.UTF_8),
                                EncryptionMethod.A256CBC_HS512.cekBitLength() / Byte.SIZE);
        try {
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HKDF-SHA256", e);
        }
    }

    /** Three parts of URL-safe characters with points between them. */
    String close(String text) {
        JWEObject sealed = new JWEObject(HEADER, new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a text cannot be sealed", e);
        }
        return sealed.serialize().substring(OPENING.length());
    }

    /** The text; null if this is nothing that was sealed here for this purpose. */
    @Nullable String open(String sealed) {
        try {
            JWEObject object = JWEObject.parse(OPENING + sealed);
            object.decrypt(new DirectDecrypter(key));
            return object.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            return null;
        }
    }
}
