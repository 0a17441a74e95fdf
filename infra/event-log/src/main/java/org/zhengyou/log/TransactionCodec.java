package org.zhengyou.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDateTime;
import org.bson.BsonElement;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Decoder;
import org.bson.codecs.DecoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The document of a transaction: <code>
 * {g: [every tag], e: [{i: id, t: type, v: version, f: effectiveAt in microseconds, g: [tags],
 *   m: {metadata}, p: payload}], _id: first position, n: events, at: recordedAt, h: hash}</code>.
 * What does not depend on its place in the log comes first, so that it can be encoded before that
 * is known. It is read in any order; fields that are not known are passed over.
 */
final class TransactionCodec implements Decoder<Transaction> {
    private static final int FIELDS_OF_PLACE = 128;

    /** The bytes of a document with all that does not depend on the place in the log. */
    static byte[] content(List<StoredEvent> events) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        try (BsonBinaryWriter out = new BsonBinaryWriter(bytes)) {
            out.writeStartDocument();
            writeTags(out, union(events));
            out.writeStartArray("e");
            events.forEach(event -> write(out, event));
            out.writeEndArray();
            out.writeEndDocument();
        }
        return bytes.toByteArray();
    }

    /** The whole document, of which the content is {@link #content}. */
    static RawBsonDocument document(byte[] content, Transaction transaction) {
        BasicOutputBuffer bytes = new BasicOutputBuffer(content.length + FIELDS_OF_PLACE);
        try (BsonBinaryWriter out = new BsonBinaryWriter(bytes);
                BsonBinaryReader in = new BsonBinaryReader(ByteBuffer.wrap(content))) {
            out.pipe(in, place(transaction));
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getSize());
    }

    private static List<BsonElement> place(Transaction transaction) {
        List<StoredEvent> events = transaction.events();
        long at = events.getFirst().recordedAt().toEpochMilli();
        return List.of(
                new BsonElement("_id", new BsonInt64(transaction.first())),
                new BsonElement("n", new BsonInt32(events.size())),
                new BsonElement("at", new BsonDateTime(at)),
                new BsonElement("h", new BsonBinary(transaction.hash())));
    }

    private static Set<String> union(List<StoredEvent> events) {
        if (events.size() == 1) {
            return events.getFirst().tags();
        }
        Set<String> union = new HashSet<>();
        events.forEach(event -> union.addAll(event.tags()));
        return union;
    }

    private static void writeTags(BsonWriter out, Set<String> tags) {
        out.writeStartArray("g");
        (tags.size() > 1 ? new TreeSet<>(tags) : tags).forEach(out::writeString);
        out.writeEndArray();
    }

    private static void write(BsonWriter out, StoredEvent event) {
        out.writeStartDocument();
        out.writeString("i", event.id());
        out.writeString("t", event.type());
        out.writeString("v", event.version());
        out.writeInt64("f", Chain.micros(event.effectiveAt()));
        writeTags(out, event.tags());
        out.writeStartDocument("m");
        event.metadata().forEach(out::writeString);
        out.writeEndDocument();
        out.writeString("p", event.payload());
        out.writeEndDocument();
    }

    /**
     * Reads what {@link #document} wrote.
     *
     * @throws RuntimeException of various kinds if the document is no transaction
     */
    @Override
    public Transaction decode(BsonReader in, DecoderContext context) {
        Stored stored = new Stored();
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (in.readName()) {
                case "_id" -> stored.first = in.readInt64();
                case "n" -> stored.count = in.readInt32();
                case "at" -> stored.at = Instant.ofEpochMilli(in.readDateTime());
                case "g" -> stored.tags = readTags(in);
                case "e" -> stored.events = readEvents(in);
                case "h" -> stored.hash = in.readBinaryData().getData();
                default -> in.skipValue();
            }
        }
        in.readEndDocument();
        return stored.transaction();
    }

    private static Set<String> readTags(BsonReader in) {
        Set<String> tags = Set.of();
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String tag = in.readString();
            if (tags.isEmpty()) {
                tags = Set.of(tag);
            } else {
                tags = tags.size() == 1 ? new HashSet<>(tags) : tags;
                tags.add(tag);
            }
        }
        in.readEndArray();
        return tags;
    }

    private static List<Event> readEvents(BsonReader in) {
        List<Event> events = new ArrayList<>(1);
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            events.add(readEvent(in));
        }
        in.readEndArray();
        return events;
    }

    private static Event readEvent(BsonReader in) {
        Event event = new Event();
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (in.readName()) {
                case "i" -> event.id = in.readString();
                case "t" -> event.type = in.readString();
                case "v" -> event.version = in.readString();
                case "f" -> event.effectiveAt = Chain.instant(in.readInt64());
                case "g" -> event.tags = readTags(in);
                case "m" -> event.metadata = readMetadata(in);
                case "p" -> event.payload = in.readString();
                default -> in.skipValue();
            }
        }
        in.readEndDocument();
        return event;
    }

    private static Map<String, String> readMetadata(BsonReader in) {
        Map<String, String> metadata = new HashMap<>();
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            metadata.put(in.readName(), in.readString());
        }
        in.readEndDocument();
        return metadata;
    }

    private static <T> T there(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("it has no " + field);
        }
        return value;
    }

    /** The fields of a document, in whatever order they come. */
    private static final class Stored {
        private long first = -1;
        private int count;
        private @Nullable Instant at;
        private @Nullable Set<String> tags;
        private @Nullable List<Event> events;
        private byte @Nullable [] hash;

        Transaction transaction() {
            List<StoredEvent> all = new ArrayList<>(count == 1 ? 1 : 10);
            for (Event event : there(events, "e")) {
                all.add(event.stored(first + all.size(), there(at, "at")));
            }
            byte[] chained = there(hash, "h");
            boolean counted = !all.isEmpty() && all.size() == count;
            if (first < 1 || !counted || chained.length != Chain.HASH_BYTES) {
                throw new IllegalArgumentException("position, number of events or hash is wrong");
            }
            if (!union(all).equals(there(tags, "g"))) {
                throw new IllegalArgumentException("its tags are not those of its events");
            }
            return new Transaction(all, chained);
        }
    }

    /** The fields of an event. */
    private static final class Event {
        private @Nullable String id;
        private @Nullable String type;
        private @Nullable String version;
        private @Nullable Instant effectiveAt;
        private @Nullable Set<String> tags;
        private @Nullable Map<String, String> metadata;
        private @Nullable String payload;

        StoredEvent stored(long position, Instant recordedAt) {
            return new StoredEvent(
                    position,
                    recordedAt,
                    there(id, "i"),
                    there(type, "t"),
                    there(version, "v"),
                    there(effectiveAt, "f"),
                    there(tags, "g"),
                    there(metadata, "m"),
                    there(payload, "p"));
        }
    }
}
