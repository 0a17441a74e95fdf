package org.zhengyou.kit.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Where the rows of each view are: <code>
 * {_id: view, number, shape, worker, wanted, rebuilding, kept: {number: date}}</code>. The rows are
 * in the table {@code <view>_<number>}; number 0 stands for none. Tables that are kept are of other
 * shapes: begun by processes that have not the lease, or left behind by the last move.
 */
final class ViewCatalog {
    /**
     * What is known of one view.
     *
     * @param number of the table that answers; 0 for none
     * @param shape of the rows in it
     * @param wanted whether somebody asked to build it anew
     * @param rebuilding how far a rebuild has come; empty if none runs
     * @param kept numbers of the tables of other shapes
     */
    record Entry(int number, String shape, boolean wanted, Document rebuilding, Set<Integer> kept) {
        static final Entry NONE = new Entry(0, "", false, new Document(), Set.of());
    }

    private final MongoCollection<Document> views;

    ViewCatalog(MongoCollection<Document> views) {
        this.views = views;
    }

    Map<String, Entry> load() {
        Map<String, Entry> all = new HashMap<>();
        for (Document view : views.find())
            all.put(
                    view.getString("_id"),
                    new Entry(
                            view.getInteger("number", 0),
                            view.get("shape", ""),
                            view.getBoolean("wanted", false),
                            view.get("rebuilding", new Document()),
                            kept(view).keySet()));
        return all;
    }

    private static Map<Integer, Date> kept(Document view) {
        Map<Integer, Date> kept = new HashMap<>();
        for (var one : view.get("kept", new Document()).entrySet())
            kept.put(Integer.valueOf(one.getKey()), (Date) one.getValue());
        return kept;
    }

    /** Says that somebody answers, or lately answered, from this table, whatever its shape. */
    void keep(String view, int number, Instant now) {
        views.updateOne(
                eq("_id", view),
                set("kept." + number, Date.from(now)),
                new UpdateOptions().upsert(true));
    }

    /** Nobody answers from this table any more. */
    void forget(String view, int number) {
        views.updateOne(eq("_id", view), unset("kept." + number));
    }

    /** Numbers of the tables of this view that nobody has kept since then. */
    List<Integer> abandoned(String view, Instant since) {
        Document entry = views.find(eq("_id", view)).first();
        if (entry == null) return List.of();
        return kept(entry).entrySet().stream()
                .filter(one -> one.getValue().toInstant().isBefore(since))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * From now on only this worker may move views. Must be said before anything is folded.
     *
     * @param number of the table to begin with where a view has none
     */
    void takeOver(String view, String worker, int number, String shape) {
        views.updateOne(
                eq("_id", view),
                combine(
                        set("worker", worker),
                        unset("rebuilding"),
                        Updates.setOnInsert("number", number),
                        Updates.setOnInsert("shape", shape)),
                new UpdateOptions().upsert(true));
    }

    /** Whether the view is answered from this table now; not if the worker is another one. */
    boolean move(String view, String worker, int number, String shape) {
        return views.updateOne(
                                and(eq("_id", view), eq("worker", worker)),
                                combine(
                                        set("number", number),
                                        set("shape", shape),
                                        unset("wanted"),
                                        unset("rebuilding")))
                        .getMatchedCount()
                == 1;
    }

    /** Asks whoever has the lease to build the view anew. */
    void want(String view) {
        views.updateOne(eq("_id", view), set("wanted", true));
    }

    /** Says how far a rebuild has come. */
    void progress(String view, String worker, Document progress) {
        views.updateOne(and(eq("_id", view), eq("worker", worker)), set("rebuilding", progress));
    }

    /** The name of the table with this number. */
    static String table(String view, int number) {
        return view + "_" + number;
    }
}
