package org.zhengyou.kit.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with a signature below it, as <a
 * href="https://c2sp.org/signed-note">c2sp.org/signed-note</a> says: the text, which ends with a
 * line break, an empty line, and for each signature {@code — NAME BASE64}, of four bytes that tell
 * the key and the 64 of the signature.
 */
public final class SignedNote {
    private static final byte ED25519 = 1;
    private static final int HASH_BYTES = 4;
    private static final String BREAK = "\n\n";

    private SignedNote() {}

    /**
     * The note with this text.
     *
     * @param name of the key: neither blanks nor plus signs
     * @param text ends with a line break
     */
    public static String sign(String name, String text, SigningKey key) {
        byte[] line =
                Arrays.copyOf(
                        hash(name, key.verifying()), HASH_BYTES + VerifyingKey.SIGNATURE_BYTES);
        System.arraycopy(key.sign(utf8(text)), 0, line, HASH_BYTES, VerifyingKey.SIGNATURE_BYTES);
        return text + '\n' + "— " + name + ' ' + Base64.getEncoder().encodeToString(line) + '\n';
    }

    /**
     * The text of a note.
     *
     * @throws IllegalArgumentException if none of these keys has signed it; signatures of others
     *     count for nothing
     */
    public static String open(String name, String note, List<VerifyingKey> keys) {
        int end = note.lastIndexOf(BREAK);
        if (end < 0) throw new IllegalArgumentException("no signed note");
        String text = note.substring(0, end + 1);
        boolean isSigned =
                note.substring(end + BREAK.length())
                        .lines()
                        .anyMatch(line -> isBy(name, keys, text, line));
        if (!isSigned) throw new IllegalArgumentException("not signed by " + name);
        return text;
    }

    private static boolean isBy(
            String name, List<VerifyingKey> keys, String text, String signature) {
        String before = "— " + name + ' ';
        if (!signature.startsWith(before)) return false;
        byte[] line;
        try {
            line = Base64.getDecoder().decode(signature.substring(before.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (line.length != HASH_BYTES + VerifyingKey.SIGNATURE_BYTES) return false;
        byte[] hash = Arrays.copyOf(line, HASH_BYTES);
        byte[] signed = Arrays.copyOfRange(line, HASH_BYTES, line.length);
        return keys.stream()
                .anyMatch(
                        key ->
                                Arrays.equals(hash, hash(name, key))
                                        && key.verifies(utf8(text), signed));
    }

    private static byte[] hash(String name, VerifyingKey key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(utf8(name));
            sha256.update((byte) '\n');
            sha256.update(ED25519);
            return Arrays.copyOf(sha256.digest(key.bytes()), HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
