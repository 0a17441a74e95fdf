package org.zhengyou.kit.kafka;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The beginning of the leaf of each event that was received of one source: <code>
 * {_id: source/block, leaves: 8 bytes for each of {@value #BLOCK} positions}</code>. Enough to
 * notice that something else lies at a position now; what it was the inbox says in full.
 */
final class KnownLeaves {
    private static final int BLOCK = 4_096;
    private static final int HEX_DIGITS = 16;
    static final int BLOCKS_IN_MEMORY = 64;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> stored;
    private final String source;
    private final Map<Long, ByteBuffer> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Long> unsaved = new HashSet<>();

    KnownLeaves(MongoCollection<Document> stored, String source) {
        this.stored = stored;
        this.source = source;
    }

    /** Whether another leaf than this one is known at the position. */
    boolean contradicts(long position, String leaf) {
        long known = block(position).getLong(index(position));
        return known != 0 && known != beginning(leaf);
    }

    /** This leaf lies at the position. */
    void put(long position, String leaf) {
        block(position).putLong(index(position), beginning(leaf));
        unsaved.add(number(position));
    }

    private static long number(long position) {
        return (position - 1) / BLOCK;
    }

    private static int index(long position) {
        return (int) ((position - 1) % BLOCK) * Long.BYTES;
    }

    private static long beginning(String leaf) {
        return Long.parseUnsignedLong(leaf.substring(0, HEX_DIGITS), HEX_DIGITS);
    }

    private ByteBuffer block(long position) {
        long number = number(position);
        if (blocks.size() >= BLOCKS_IN_MEMORY && !blocks.containsKey(number)) save();
        return blocks.computeIfAbsent(number, this::read);
    }

    /** How many blocks are in memory. */
    int inMemory() {
        return blocks.size();
    }

    private ByteBuffer read(long number) {
        Document found = stored.find(Filters.eq("_id", id(number))).first();
        return found == null
                ? ByteBuffer.allocate(BLOCK * Long.BYTES)
                : ByteBuffer.wrap(found.get("leaves", Binary.class).getData());
    }

    private String id(long number) {
        return source + '/' + number;
    }

    /** Writes down what is new, and keeps room for one more. */
    @SuppressWarnings("ByteBufferBackingArray") // each buffer is the whole of its array
    void save() {
        for (long number : unsaved) {
            ByteBuffer leaves = blocks.get(number);
            if (leaves == null) throw new IllegalStateException("dropped before it was saved");
            byte[] bytes = new byte[BLOCK * Long.BYTES];
            leaves.get(0, bytes);
            Document block = new Document("_id", id(number)).append("leaves", new Binary(bytes));
            stored.replaceOne(Filters.eq("_id", id(number)), block, UPSERT);
        }
        unsaved.clear();
        var oldest = blocks.keySet().iterator();
        while (blocks.size() >= BLOCKS_IN_MEMORY) {
            oldest.next();
            oldest.remove();
        }
    }
}
