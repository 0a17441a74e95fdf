package org.zhengyou.standalone.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets of programs, which are random and long: nothing is gained by making them slow to check,
 * but that strangers could keep the processor busy with wrong ones.
 */
final class ClientSecrets implements PasswordEncoder {
    private static final String PURPOSE = "client";

    private final KeyedHash hash;

    ClientSecrets(KeyedHash hash) {
        this.hash = hash;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : hash.of(PURPOSE, secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        String claimed = encode(secret);
        return claimed != null
                && encoded != null
                && MessageDigest.isEqual(
                        claimed.getBytes(StandardCharsets.US_ASCII),
                        encoded.getBytes(StandardCharsets.US_ASCII));
    }
}
