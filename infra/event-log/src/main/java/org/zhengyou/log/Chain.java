package org.zhengyou.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hash chain. Anyone can recompute it from the stored documents with SHA-256 alone.
 *
 * <p>A <em>field</em> is its length in bytes as a 4-byte number followed by its bytes; numbers are
 * big-endian two's complement, texts UTF-8. The canonical bytes of an event are these, in order:
 *
 * <ol>
 *   <li>field: position, 8 bytes
 *   <li>field: recordedAt, milliseconds since 1970-01-01T00:00Z, 8 bytes
 *   <li>field: effectiveAt, microseconds since then, 8 bytes
 *   <li>fields: id, type, version
 *   <li>number of tags, 4 bytes; then a field for each tag, sorted by its bytes (unsigned)
 *   <li>number of metadata entries, 4 bytes; then for each entry a field for its key and one for
 *       its value, sorted by the bytes of the key (unsigned)
 *   <li>field: payload, the JSON text exactly as stored
 * </ol>
 *
 * <p>The leaf of an event is SHA-256(0x00 ‖ canonical bytes), as in RFC 6962, so that a Merkle tree
 * over the positions can be built on the same leaves. The hash of a transaction is SHA-256(hash of
 * the transaction before it ‖ leaves of its events in order); before the first one it is 32 zero
 * bytes.
 */
public final class Chain {
    static final int HASH_BYTES = 32;

    /** Of the canonical bytes, those before effectiveAt, which the log adds. */
    static final int PLACE_BYTES = 24;

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(Chain::utf8, Arrays::compareUnsigned);

    private Chain() {}

    /** What the first transaction is chained to: 32 zero bytes. */
    public static byte[] genesis() {
        return new byte[HASH_BYTES];
    }

    /** The leaf of an event, 32 bytes. */
    public static byte[] leaf(StoredEvent event) {
        return leaf(event.position(), event.recordedAt().toEpochMilli(), body(event));
    }

    /** The leaf of an event as 64 lower-case hexadecimal digits. */
    public static String leafHex(StoredEvent event) {
        return HexFormat.of().formatHex(leaf(event));
    }

    /** The canonical bytes of an event. */
    public static byte[] bytes(StoredEvent event) {
        byte[] body = body(event);
        return ByteBuffer.allocate(PLACE_BYTES + body.length)
                .put(place(event.position(), event.recordedAt().toEpochMilli()))
                .put(body)
                .array();
    }

    /**
     * The event with these canonical bytes: {@code bytes(parse(b))} equals {@code b}.
     *
     * @throws IllegalArgumentException if they are not the canonical bytes of any event that a log
     *     could hold
     */
    public static StoredEvent parse(byte[] bytes) {
        StoredEvent event = new CanonicalReader(bytes).event();
        if (!Arrays.equals(bytes(event), bytes)) {
            throw new IllegalArgumentException("not in canonical form");
        }
        return event;
    }

    /** How many canonical bytes this event has, wherever in a log it comes to lie. */
    public static int size(NewEvent event) {
        return PLACE_BYTES + body(event).length;
    }

    /**
     * The hash of a transaction, 32 bytes.
     *
     * @param previous hash of the transaction before it
     * @param leaves leaves of its events, in order
     */
    public static byte[] next(byte[] previous, List<byte[]> leaves) {
        MessageDigest sha256 = sha256();
        sha256.update(previous);
        leaves.forEach(sha256::update);
        return sha256.digest();
    }

    static byte[] next(byte[] previous, Collection<StoredEvent> events) {
        return next(previous, events.stream().map(Chain::leaf).toList());
    }

    /** The leaf from {@link #body}, which can be prepared before the position is known. */
    static byte[] leaf(long position, long recordedAtMillis, byte[] body) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 0);
        sha256.update(place(position, recordedAtMillis));
        sha256.update(body);
        return sha256.digest();
    }

    private static byte[] place(long position, long recordedAtMillis) {
        return ByteBuffer.allocate(PLACE_BYTES)
                .putInt(8)
                .putLong(position)
                .putInt(8)
                .putLong(recordedAtMillis)
                .array();
    }

    private static byte[] body(StoredEvent event) {
        return body(
                event.effectiveAt(),
                List.of(event.id(), event.type(), event.version()),
                event.tags(),
                event.metadata(),
                event.payload());
    }

    /** The canonical bytes of an event from effectiveAt on. */
    static byte[] body(NewEvent event) {
        return body(
                event.effectiveAt(),
                List.of(event.id(), event.type(), event.version()),
                event.tags(),
                event.metadata(),
                event.payload());
    }

    private static byte[] body(
            Instant effectiveAt,
            List<String> names,
            Set<String> tags,
            Map<String, String> metadata,
            String payload) {
        var out = new Fields(payload.length() + 256);
        out.number(8);
        out.writeBytes(ByteBuffer.allocate(8).putLong(micros(effectiveAt)).array());
        names.forEach(name -> out.field(utf8(name)));
        out.number(tags.size());
        tags.stream().sorted(BY_BYTES).forEach(tag -> out.field(utf8(tag)));
        out.number(metadata.size());
        metadata.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_BYTES))
                .forEach(
                        entry -> {
                            out.field(utf8(entry.getKey()));
                            out.field(utf8(entry.getValue()));
                        });
        out.field(utf8(payload));
        return out.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Microseconds since 1970-01-01T00:00Z. */
    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                instant.getNano() / 1_000);
    }

    /**
     * The reverse.
     *
     * @throws IllegalArgumentException for the first second there is, which has no way back
     */
    static Instant instant(long micros) {
        if (micros < Long.MIN_VALUE + 1_000_000) {
            throw new IllegalArgumentException("too long ago: " + micros);
        }
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class Fields extends ByteArrayOutputStream {
        Fields(int size) {
            super(size);
        }

        void number(int value) {
            write(value >>> 24);
            write(value >>> 16);
            write(value >>> 8);
            write(value);
        }

        void field(byte[] bytes) {
            number(bytes.length);
            writeBytes(bytes);
        }
    }
}
