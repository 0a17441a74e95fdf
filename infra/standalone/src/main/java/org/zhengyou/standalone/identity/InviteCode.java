package org.zhengyou.standalone.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 邀请码. What stands on the paper of an invite: twenty random signs, 100 bits, in groups of five. It
 * is told to nobody but the sign-in page; everybody else knows its SHA-256.
 */
public final class InviteCode {
    // No letters or digits that are taken for one another when read from paper.
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final Pattern CODE = Pattern.compile("[" + SIGNS + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private InviteCode() {}

    /** A new one, as it is printed. */
    public static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) code.append('-');
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /**
     * The SHA-256 of a code in hexadecimal, however it was typed: in small letters, in full width,
     * with blanks or dashes between; empty for what is no code.
     */
    public static Optional<String> digest(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String code = BETWEEN.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? Optional.of(sha256(code)) : Optional.empty();
    }

    private static String sha256(String code) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(code.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
