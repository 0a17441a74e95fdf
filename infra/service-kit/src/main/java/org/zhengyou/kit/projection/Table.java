package org.zhengyou.kit.projection;

import com.mongodb.client.MongoCursor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.json.JsonMapper;

/** The stored rows of one view, and those of them that were used lately. */
final class Table<R extends Record> {
    /** Rows that are read at a start, lest it take long. */
    private static final int MOST_WARM = 5_000;

    private static final int PAGE = 500;

    private final String name;
    private final View<R, ?> view;
    private final RowStore store;
    private final JsonMapper json;
    private final Fields fields;
    private final Clock clock;
    private final RowCache<R> cache;
    private volatile KnownValues values = new KnownValues();
    private final @Nullable Due<R> due;
    private final OpenedPlaces opened = new OpenedPlaces();

    /**
     * A table.
     *
     * @param name view and number
     */
    Table(String name, View<R, ?> view, RowStore store, JsonMapper json, Lease lease, Clock clock) {
        this.name = name;
        this.fields = new Fields(view);
        this.due = Due.isIndexed(view, fields) ? new Due<>(view, fields) : null;
        this.clock = clock;
        this.view = view;
        this.store = store;
        this.json = json;
        this.cache = new RowCache<>(lease, key -> StoredRow.empty(view, key), RowMemory.OF_PROCESS);
    }

    View<R, ?> view() {
        return view;
    }

    RowCache<R> cache() {
        return cache;
    }

    Fields fields() {
        return fields;
    }

    OpenedPlaces opened() {
        return opened;
    }

    /** The id of the row with this key. */
    String id(String key) {
        return name + '/' + StoredText.encode(key);
    }

    /** The row with this key, the empty one if there is none. */
    StoredRow<R> find(String key) {
        StoredRow<R> known = cache.get(key);
        if (known != null) return known;
        long ticket = cache.ticket();
        List<StoredRow<R>> read = read(Set.of(key));
        cache.read(ticket, read);
        return read.getFirst();
    }

    /**
     * The rows with these keys, in the order asked, the empty one where there is none. Those that
     * are not in memory are read from the store together.
     */
    Map<String, StoredRow<R>> findAll(Collection<String> keys) {
        Map<String, StoredRow<R>> rows = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        long ticket = cache.ticket();
        for (String key : keys) {
            StoredRow<R> known = cache.get(key);
            if (known == null) unknown.add(key);
            rows.put(key, known == null ? StoredRow.empty(view, key) : known);
        }
        List<StoredRow<R>> read = read(unknown);
        cache.read(ticket, read);
        read.forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    private List<StoredRow<R>> read(Set<String> keys) {
        Map<String, Document> found = store.read(keys.stream().map(this::id).toList());
        return keys.stream().map(key -> row(key, found.get(id(key)))).toList();
    }

    /** Reads all rows into memory, unless they are too many. Nobody may write meanwhile. */
    void warm() {
        if (!cache.isIncomplete()) return;
        List<StoredRow<R>> found = new ArrayList<>();
        long ticket = cache.ticket();
        if (!scanStore(row -> found.add(row) && found.size() <= MOST_WARM)) return;
        cache.readAll(ticket, found);
    }

    /** Removes all rows. Nobody may write meanwhile. */
    void clear() {
        store.drop(name);
        cache.clear();
        values = new KnownValues();
        opened.clear();
    }

    /**
     * Shows all rows until one is not accepted.
     *
     * @return whether all were accepted
     */
    boolean scan(Predicate<StoredRow<R>> accept) {
        Optional<List<StoredRow<R>>> known = cache.all();
        return known.isPresent() ? known.get().stream().allMatch(accept) : scanStore(accept);
    }

    private boolean scanStore(Predicate<StoredRow<R>> accept) {
        try (MongoCursor<Document> all = store.all(name)) {
            while (all.hasNext()) if (!accept.test(known(all.next()))) return false;
            return true;
        }
    }

    /** A row that is in memory in this version need not be decoded. */
    private StoredRow<R> known(Document found) {
        String key = key(found);
        StoredRow<R> known = cache.get(key);
        return known != null && known.version() == found.getLong("v") ? known : row(key, found);
    }

    private String key(Document found) {
        return StoredText.decode(found.getString("_id").substring(name.length() + 1));
    }

    /** Reads {@link #document}; the empty row if there is none. */
    StoredRow<R> row(String key, @Nullable Document found) {
        if (found == null) return StoredRow.empty(view, key);
        String text = found.getString("row");
        return new StoredRow<>(
                key,
                found.getLong("v"),
                json.readValue(text, view.rowType()),
                text.length(),
                found.getLong("e"),
                found.getLong("r"),
                new Basis(found.getLong("l"), found.getLong("i")));
    }

    /** How many characters of a document are its row. */
    static int size(Document document) {
        return document.getString("row").length();
    }

    /**
     * The row as it is stored.
     *
     * @param unknown gets the values that are not in the store yet, by id
     */
    Document document(StoredRow<R> row, Map<String, RowIndex.Value> unknown) {
        RowIndex index = RowIndex.of(view, fields, row, clock.instant());
        for (RowIndex.Value value : index.values())
            if (!values.has(value)) unknown.put(id(value), value);
        Document document = new Document("_id", id(row.key()));
        Instant first = due == null ? null : due.first(row, clock.instant());
        if (first != null) document.append("d", dueBy(Collation.from(first)) + id(row.key()));
        return document.append("v", row.version())
                .append("e", row.effective())
                .append("r", row.recorded())
                .append("l", row.facts().log())
                .append("i", row.facts().inbox())
                .append("x", index.terms())
                .append("row", json.writeValueAsString(row.row()));
    }

    /**
     * Shows all rows that are due by now, in the order in which they are, until one is not
     * accepted.
     *
     * @return whether all were accepted
     */
    boolean due(Instant now, Predicate<Due.Row> accept) {
        if (due == null) throw new IllegalStateException(name + " does not say what is due");
        String after = dueBy("");
        List<Document> page;
        do {
            page = store.due(after, dueBy(Collation.to(now)), PAGE);
            for (Document found : page) {
                Due.Row one = due.of(known(found), now);
                if (one != null && !accept.test(one)) return false;
                after = found.getString("d");
            }
        } while (page.size() == PAGE);
        return true;
    }

    private String dueBy(String order) {
        return name + '!' + order;
    }

    /** These values are in the store now. */
    void written(Collection<RowIndex.Value> written) {
        values.add(written);
    }

    /** The id of a value, or of the end of a range of them. */
    private String id(RowIndex.Value value) {
        return name + '!' + value.field() + '!' + value.place();
    }

    /**
     * Rows in the order of their keys.
     *
     * @param terms of each of these sets a row has one
     * @param after the key, as it is stored, behind which they begin; null for all
     */
    List<StoredRow<R>> rows(
            List<Set<String>> terms, @Nullable String after, boolean descending, int limit) {
        String from = after == null ? null : name + '/' + after;
        return store.find(name, terms, from, descending, limit).stream().map(this::known).toList();
    }

    /** As {@link #rows}, ascending; without the rows themselves. */
    List<RowHead> heads(List<Set<String>> terms, @Nullable String after, int limit) {
        String from = after == null ? null : name + '/' + after;
        return store.heads(name, terms, from, limit).stream().map(this::head).toList();
    }

    private RowHead head(Document found) {
        return new RowHead(key(found), found.getLong("v"), found.getLong("e"), found.getLong("r"));
    }

    /** Those of the rows with these keys that exist. */
    List<StoredRow<R>> find(Collection<String> keys) {
        List<String> ids = keys.stream().map(this::id).toList();
        return store.read(ids).values().stream().map(this::known).toList();
    }

    /** The fields by which rows are found. */
    Set<String> indexed() {
        return view.index(view.empty("")).fields().keySet();
    }

    /** How many rows have a term of each of these sets, up to that many. */
    int count(List<Set<String>> terms, int most) {
        return store.count(name, terms, most);
    }

    /** Places of values of a field between these two, both excluded; null for no end. */
    List<String> places(
            String field,
            @Nullable String low,
            @Nullable String high,
            boolean descending,
            int limit) {
        String first = id(new RowIndex.Value(field, low == null ? "" : low));
        String end = high == null ? "~" : high;
        int length = first.length() - (low == null ? 0 : low.length());
        return store.values(first, id(new RowIndex.Value(field, end)), descending, limit).stream()
                .map(id -> id.substring(length))
                .toList();
    }

    /** Removes all of it. */
    void drop() {
        store.drop(name);
    }

    /** Its name: view and number. */
    @Override
    public String toString() {
        return name;
    }
}
