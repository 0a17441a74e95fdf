package org.zhengyou.standalone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.log.Chain;
import org.zhengyou.log.StoredEvent;

/**
 * Holds what services received of each other against the logs in which it was recorded. Each chain
 * fits together by itself; who forges a record, writes into an inbox or cuts a log off has changed
 * one side only. Of each event two times 8 bytes are kept in memory.
 */
final class InboxCheck {
    private final Map<String, Recorded> logs = new HashMap<>();

    /** Takes the events of a service's log, in order. */
    Consumer<StoredEvent> ofLog(String service) {
        Recorded recorded = new Recorded();
        logs.put(service, recorded);
        return recorded::add;
    }

    /**
     * Compares an inbox, whose events it is told in order, with the logs, all of which are known.
     */
    Comparison ofInbox() {
        return new Comparison();
    }

    /** What a log says, in short. */
    private static final class Recorded {
        private String identity = "";
        private ByteBuffer facts = ByteBuffer.allocate(1 << 14);

        void add(StoredEvent event) {
            if (identity.isEmpty()) identity = Chain.leafHex(event);
            if (facts.remaining() < 2 * Long.BYTES)
                facts = ByteBuffer.allocate(2 * facts.capacity()).put(facts.flip());
            facts.putLong(beginning(Chain.leaf(event))).putLong(digest(event));
        }

        long events() {
            return facts.position() / (2 * Long.BYTES);
        }

        long leaf(long position) {
            return facts.getLong(at(position));
        }

        long said(long position) {
            return facts.getLong(at(position) + Long.BYTES);
        }

        private static int at(long position) {
            return Math.toIntExact((position - 1) * 2 * Long.BYTES);
        }
    }

    /** What of an inbox does not agree, first. */
    final class Comparison implements Consumer<StoredEvent> {
        private @Nullable String first;

        private Comparison() {}

        @Override
        public void accept(StoredEvent event) {
            if (first != null) return;
            String fault = fault(event);
            if (fault != null) first = "at position " + event.position() + ": " + fault;
        }

        /** Where it does not agree, and why. */
        Optional<String> first() {
            return Optional.ofNullable(first);
        }

        private @Nullable String fault(StoredEvent received) {
            Map<String, String> metadata = received.metadata();
            String source = metadata.getOrDefault(EventCodec.SOURCE, "");
            Recorded log = logs.get(source);
            if (log == null) return "from " + source + ", which has no log here";
            long position;
            try {
                position = Long.parseLong(metadata.getOrDefault(EventCodec.SOURCE_POSITION, ""));
            } catch (NumberFormatException e) {
                return "from no position of " + source;
            }
            String place = source + "/log at " + position;
            if (position < 1 || position > log.events())
                return "from " + place + ", but that log has " + log.events() + " events";
            if (!log.identity.equals(metadata.get(EventCodec.SOURCE_LOG)))
                return "from another log than " + source + "/log";
            String leaf = metadata.getOrDefault(EventCodec.SOURCE_LEAF, "");
            if (!leaf.startsWith(hex(log.leaf(position)))) return "not what lies in " + place;
            return log.said(position) == digest(received) ? null : "says other than " + place;
        }
    }

    private static long digest(StoredEvent event) {
        String text =
                event.type()
                        + '\n'
                        + event.version()
                        + '\n'
                        + event.effectiveAt()
                        + '\n'
                        + event.payload();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return beginning(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static long beginning(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static String hex(long beginning) {
        return HexFormat.of().toHexDigits(beginning);
    }
}
