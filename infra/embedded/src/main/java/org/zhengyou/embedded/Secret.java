package org.zhengyou.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a client of an embedded server must show, lest everybody on the machine be one: 128 random
 * bits, known to whoever may read the server's folder.
 */
public final class Secret {
    /** The name under which it is shown. */
    public static final String USER = "platform";

    private static final String FILE = "secret";
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * The one of this folder, which is there; made when it is first asked for.
     *
     * @throws IllegalStateException in Chinese and English, if the file says something else
     */
    public static Secret of(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) PrivateFiles.write(file, random() + "\n");
        String text = PrivateFiles.read(file).strip();
        if (!FORM.matcher(text).matches())
            throw new IllegalStateException(
                    "%1$s 已损坏，请在停机时删除，下次启动会重新生成 / %1$s is damaged: remove it while nothing runs, and the next start makes another"
                            .formatted(file));
        return new Secret(text);
    }

    /** One that is forgotten with this process. */
    public static Secret ofNow() {
        return new Secret(random());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Hexadecimal digits. */
    public String text() {
        return text;
    }

    /** Whether this is it; how much of it is right cannot be told from how long that takes. */
    public boolean is(String shown) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "a secret";
    }
}
