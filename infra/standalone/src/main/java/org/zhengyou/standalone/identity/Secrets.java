package org.zhengyou.standalone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.UUID;
import org.zhengyou.embedded.PrivateFiles;

/** What only the identity server knows, made at its first start and kept from then on. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    // No letters or digits that are taken for one another when read from paper.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int BITS = 2048;

    private Secrets() {}

    /** The key that signs tokens; its id stays the same over restarts. */
    static RSAKey signingKey(Path folder) {
        Path file = folder.resolve("signing-key.json");
        try {
            if (Files.exists(file)) return RSAKey.parse(PrivateFiles.read(file));
            RSAKey key =
                    new RSAKeyGenerator(BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyID(UUID.randomUUID().toString())
                            .generate();
            PrivateFiles.write(file, key.toJSONString());
            return key;
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "%1$s 已损坏，请从备份恢复 / %1$s is damaged: restore it from a copy".formatted(file), e);
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA key can be made on this JVM", e);
        }
    }

    /** The secret by which the gateway proves itself. */
    static String consoleSecret(Path folder) {
        Path file = folder.resolve("console-secret.txt");
        if (Files.exists(file)) return PrivateFiles.read(file).strip();
        String secret = password() + "-" + password();
        PrivateFiles.write(file, secret + "\n");
        return secret;
    }

    /** Twenty random signs in groups of five: 98 bits. */
    static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) password.append('-');
            password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }
}
