package org.zhengyou.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhengyou.bench.subject.Worker.Task;
import org.zhengyou.bench.subject.Writers;
import org.zhengyou.log.Chain;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** What the chain of a log costs by itself, and SHA-256 of as many bytes. */
final class LogHashes {
    private static final byte[] HASH = new byte[32];

    private LogHashes() {}

    static Map<String, Task> tasks() {
        return Map.of(
                "hash", words -> hash(Double.parseDouble(words.get(2))),
                "digest", words -> digest(Double.parseDouble(words.get(2))));
    }

    /** What the chain alone costs: the leaf of an event, and the hash of its transaction. */
    private static Map<String, Double> hash(double seconds) {
        NewEvent one = LogAppends.event("someone", 1);
        byte[] last = Chain.genesis();
        long done = 0;
        long begun = System.nanoTime();
        long until = begun + Duration.ofMillis((long) (seconds * 1_000)).toNanos();
        while (System.nanoTime() < until) {
            done++;
            StoredEvent stored =
                    new StoredEvent(
                            done,
                            one.effectiveAt(),
                            one.id(),
                            one.type(),
                            one.version(),
                            one.effectiveAt(),
                            one.tags(),
                            one.metadata(),
                            one.payload());
            last = Chain.next(last, List.of(Chain.leaf(stored)));
        }
        return hashed(done, begun, last);
    }

    private static Map<String, Double> hashed(long done, long begun, byte[] last) {
        double used = (System.nanoTime() - begun) / 1e9;
        return Map.of(
                Writers.EVENTS, (double) done, Writers.SECONDS, used, "last", (double) last[0]);
    }

    /** SHA-256 of as many bytes as the leaf of an event and the hash of its transaction take. */
    private static Map<String, Double> digest(double seconds) throws NoSuchAlgorithmException {
        byte[] leaf = new byte[canonicalBytes(LogAppends.event("someone", 1))];
        byte[] link = new byte[2 * HASH.length];
        byte[] last = HASH;
        long done = 0;
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        while (System.nanoTime() < until) {
            done++;
            MessageDigest.getInstance("SHA-256").digest(leaf);
            last = MessageDigest.getInstance("SHA-256").digest(link);
        }
        return hashed(done, begun, last);
    }

    /** How many, by the description of {@link Chain}, with the byte before a leaf. */
    static int canonicalBytes(NewEvent event) {
        int number = 4;
        int field = 4;
        int bytes = 1 + 3 * (field + Long.BYTES) + 2 * number;
        List<String> texts = new ArrayList<>(List.of(event.id(), event.type(), event.version()));
        texts.addAll(event.tags());
        texts.addAll(event.metadata().keySet());
        texts.addAll(event.metadata().values());
        texts.add(event.payload());
        for (String text : texts) bytes += field + text.getBytes(StandardCharsets.UTF_8).length;
        return bytes;
    }
}
