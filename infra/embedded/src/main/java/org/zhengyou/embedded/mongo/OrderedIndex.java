package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index in MongoDB's order, unique or not: keys lead to ids. The keys of one that is not unique
 * end with the id, so that equal values are in the order of the ids; an id that is a text stands
 * there and nowhere else.
 */
final class OrderedIndex extends Index<Object> {
    private final MVMap<byte[], Object> map;
    private final MVMap<String, String> arrayFields;
    private final Journal journal;
    private final IndexEntries entries;
    private final boolean unique;
    private final boolean endsWithId;
    private final boolean showsId;

    OrderedIndex(
            MVMap<byte[], Object> map,
            MVMap<String, String> arrayFields,
            Journal journal,
            String name,
            List<IndexKey> keys,
            boolean sparse,
            boolean unique) {
        super(name, keys, sparse);
        this.map = map;
        this.arrayFields = arrayFields;
        this.journal = journal;
        this.entries = new IndexEntries(keys);
        this.unique = unique;
        this.endsWithId = keys.getLast().getKey().equals("_id");
        this.showsId = !unique && (!endsWithId || keys.getLast().isAscending());
    }

    /** The id of the document to which this entry leads. */
    static Object id(byte[] key, Object entry) {
        return entry instanceof Short length ? KeyReader.lastText(key, length) : entry;
    }

    /** What stands beside the keys of the document with this id. */
    private Object entry(Object id) {
        if (!showsId || !(id instanceof String)) {
            return id;
        }
        int length = new KeyWriter().add(id).key().length;
        return length <= Short.MAX_VALUE ? (Object) (short) length : id;
    }

    List<String> fields() {
        return entries.fields();
    }

    /**
     * How many fields come before the id in the order of the entries; 0 if the index does not put
     * equal values in the ascending order of the ids.
     */
    int fieldsBeforeId() {
        int id = fields().indexOf("_id");
        if (unique || (id >= 0 && !ascending(id))) {
            return 0;
        }
        return id < 0 ? fields().size() : id;
    }

    boolean ascending(int field) {
        return getKeys().get(field).isAscending();
    }

    boolean sparse() {
        return isSparse();
    }

    /**
     * Whether the field ever held an array. If not, a range over it is exact, and the index has one
     * key for each document.
     */
    boolean holdsArrays(String field) {
        return arrayFields.containsKey(flag(map.getName(), field));
    }

    /** Key of the note that a field of an index holds arrays. */
    static String flag(String mapName, String field) {
        return mapName + "|" + field;
    }

    /** Keys from low to high, both included; null for open. */
    Cursor<byte[], Object> cursor(byte @Nullable [] low, byte @Nullable [] high, boolean reverse) {
        return map.cursor(reverse ? high : low, reverse ? low : high, reverse);
    }

    /** Adds the value of one of the fields to a key, in the direction of the field. */
    void write(KeyWriter key, int field, @Nullable Object value) {
        if (ascending(field)) {
            key.add(value);
        } else {
            key.addDescending(value);
        }
    }

    private SortedSet<byte[]> keysOf(Document document) {
        SortedSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        Object[] values = entries.values(document);
        if (isSparse() && IndexEntries.allMissing(values)) {
            return keys;
        }
        refuseParallelArrays(document, values);
        for (Object[] row : IndexEntries.rows(values)) {
            keys.add(key(row, IdIndex.idOf(document)));
        }
        return keys;
    }

    /** Refuses arrays that are not below a common one. */
    private void refuseParallelArrays(Document document, Object[] values) {
        if (IndexEntries.arrays(values) > 1) {
            getKeyValues(document);
        }
    }

    private byte[] key(Object[] row, Object id) {
        KeyWriter key = new KeyWriter();
        for (int field = 0; field < row.length; field++) {
            write(key, field, row[field]);
        }
        return (unique || endsWithId ? key : key.add(id)).key();
    }

    private void noteArrays(Document document) {
        Object[] values = entries.values(document);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection<?> && !holdsArrays(fields().get(i))) {
                journal.put(arrayFields, flag(map.getName(), fields().get(i)), "");
            }
        }
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        refuseParallelArrays(document, entries.values(document));
        if (!unique) {
            return;
        }
        for (byte[] key : keysOf(document)) {
            refuseIfTaken(key, document, null, collection);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        refuseParallelArrays(after, entries.values(after));
        if (!unique) {
            return;
        }
        for (byte[] key : keysOf(after)) {
            refuseIfTaken(key, after, IdIndex.idOf(before), collection);
        }
    }

    private void refuseIfTaken(
            byte[] key,
            Document document,
            @Nullable Object owner,
            MongoCollection<Object> collection) {
        Object holder = unique ? map.get(key) : null;
        if (holder != null && (owner == null || BsonOrder.compare(holder, owner) != 0)) {
            KeyValue values = new KeyValue(entries.values(document));
            throw new DuplicateKeyError(this, collection, getKeys(), values);
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        noteArrays(document);
        Object entry = entry(position);
        for (byte[] key : keysOf(document)) {
            refuseIfTaken(key, document, position, collection); // by one that was there before us
            journal.put(map, key, entry);
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        boolean found = false;
        for (byte[] key : keysOf(document)) {
            found |= journal.remove(map, key);
        }
        return found ? IdIndex.idOf(document) : null;
    }

    @Override
    public void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {
        SortedSet<byte[]> old = keysOf(before);
        SortedSet<byte[]> now = keysOf(after);
        noteArrays(after);
        Object entry = entry(position);
        for (byte[] key : old) {
            if (!now.contains(key)) {
                journal.remove(map, key);
            }
        }
        for (byte[] key : now) {
            if (!old.contains(key)) {
                journal.put(map, key, entry);
            }
        }
    }

    /** The index on {@code _id} answers this for every document. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    /** Choosing an index is the planner's task, not the library's. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the planner scans the index itself");
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && toIndexDescription().toString().equals(other.toIndexDescription().toString());
    }

    @Override
    public long getCount() {
        return map.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
