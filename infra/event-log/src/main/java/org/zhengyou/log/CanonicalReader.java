package org.zhengyou.log;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads canonical bytes field by field; see {@link Chain}. Whether tags and metadata are in order
 * and without repetition shows when the event is written again.
 */
final class CanonicalReader {
    private final ByteBuffer in;

    CanonicalReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    StoredEvent event() {
        try {
            long position = number();
            Instant recordedAt = Instant.ofEpochMilli(number());
            NewEvent said = said();
            if (in.hasRemaining() || position < 1) {
                throw new IllegalArgumentException("not one event at a position of a log");
            }
            return StoredEvent.of(said, position, recordedAt);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it breaks off", e);
        }
    }

    /** What its writer said, which has to be what a log takes. */
    private NewEvent said() {
        Instant effectiveAt = Chain.instant(number());
        String id = text();
        String type = text();
        String version = text();
        return new NewEvent(id, type, version, effectiveAt, tags(), metadata(), text());
    }

    private Set<String> tags() {
        Set<String> tags = new HashSet<>();
        for (int left = in.getInt(); left > 0; left--) {
            tags.add(text());
        }
        return tags;
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            metadata.put(text(), text());
        }
        return metadata;
    }

    private long number() {
        if (in.getInt() != 8) {
            throw new IllegalArgumentException("a number has 8 bytes");
        }
        return in.getLong();
    }

    private String text() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a field of " + length + " bytes");
        }
        ByteBuffer field = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(field).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text that is not UTF-8", e);
        }
    }
}
