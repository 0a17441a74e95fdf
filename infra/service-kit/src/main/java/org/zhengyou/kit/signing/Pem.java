package org.zhengyou.kit.signing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ed25519 keys as texts that openssl makes and reads (RFC 7468, RFC 8410). All keys of a kind begin
 * with the same bytes; what follows is the key.
 */
final class Pem {
    static final Pem PRIVATE = new Pem("PRIVATE KEY", "302e020100300506032b657004220420");
    static final Pem PUBLIC = new Pem("PUBLIC KEY", "302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private final String label;
    private final byte[] prefix;
    private final Pattern form;

    private Pem(String label, String prefix) {
        this.label = label;
        this.prefix = HexFormat.of().parseHex(prefix);
        this.form =
                Pattern.compile(
                        "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label);
    }

    String write(byte[] key) {
        byte[] whole = Arrays.copyOf(prefix, prefix.length + KEY_BYTES);
        System.arraycopy(key, 0, whole, prefix.length, KEY_BYTES);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(label, Base64.getEncoder().encodeToString(whole));
    }

    /**
     * All keys of this kind in a text.
     *
     * @throws IllegalArgumentException if there is none, or one that is no Ed25519 key
     */
    List<byte[]> read(String text) {
        List<byte[]> keys = new ArrayList<>();
        Matcher matcher = form.matcher(text);
        while (matcher.find()) keys.add(key(Base64.getMimeDecoder().decode(matcher.group(1))));
        if (keys.isEmpty()) throw new IllegalArgumentException("no " + label);
        return keys;
    }

    private byte[] key(byte[] whole) {
        if (whole.length != prefix.length + KEY_BYTES
                || !Arrays.equals(prefix, Arrays.copyOf(whole, prefix.length)))
            throw new IllegalArgumentException("no Ed25519 key");
        return Arrays.copyOfRange(whole, prefix.length, whole.length);
    }
}
