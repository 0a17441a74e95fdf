package org.zhengyou.bench.subject;

import java.util.Map;
import java.util.Random;

/** Events of about 1 KiB, the same for every subject. */
public final class Sample {
    /** Stored name of the events. */
    public static final String TYPE = "bench.SomethingWasSaid";

    /** Events of one entity that a writer appends before it takes another one. */
    public static final int PER_ENTITY = 100;

    /** The entity that has a tenth of all events of a history. */
    public static final String LARGEST = "largest";

    private static final int CHARACTERS = 700;
    private static final int STEP = 37;
    private static final int MANY = 9_973;
    private static final String LETTERS = letters(1 << 16);

    private Sample() {}

    private static String letters(int n) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(n);
        for (int i = 0; i < n; i++) text.append((char) ('a' + random.nextInt(26)));
        return text.toString();
    }

    /** What event number n says: plain letters, which every encoding of JSON leaves alone. */
    public static String text(long n) {
        int at = (int) (n * STEP % (LETTERS.length() - CHARACTERS));
        return LETTERS.substring(at, at + CHARACTERS);
    }

    /** The payload of event number n as JSON. */
    public static String json(long n) {
        return "{\"text\":\"" + text(n) + "\"}";
    }

    /** Who and why, of event number n. */
    public static Map<String, String> metadata(long n) {
        return Map.of("user", "user-" + n % 1_000, "trace", "trace-" + n);
    }

    /**
     * Whom event number n of a long history is about: one entity has a tenth of all events, others
     * a thousandth, a ten-thousandth and a hundred-thousandth, the rest is spread evenly.
     */
    public static String entity(long n) {
        if (n % 10 == 0) return LARGEST;
        if (n % 1_000 == 1) return part(1_000);
        if (n % 10_000 == 2) return part(10_000);
        if (n % 100_000 == 3) return part(100_000);
        return "rest-" + n % MANY;
    }

    /** The entity that has one of so many events of a history: 10, 1,000, 10,000 or 100,000. */
    public static String part(int of) {
        return of == 10 ? LARGEST : "one-of-" + of;
    }
}
