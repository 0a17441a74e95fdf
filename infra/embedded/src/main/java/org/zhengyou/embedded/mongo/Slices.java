package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Runs a command that inserts or updates many documents in slices, where the client wants no order:
 * whoever else waits for a commit waits for one slice of it, not for all.
 */
final class Slices {
    /** Of documents with a dozen entries in an index each, a millisecond or two. */
    static final int SIZE = 16;

    private static final Map<String, String> WHAT =
            Map.of("insert", "documents", "update", "updates");

    private final List<Object> upserted = new ArrayList<>();
    private final List<Object> errors = new ArrayList<>();
    private int n;
    private int modified;

    private Slices() {}

    /** The reply to the whole command, each slice of which was run as a command of its own. */
    static Document each(String command, Document query, UnaryOperator<Document> run) {
        String field = WHAT.get(command);
        if (field == null
                || Utils.isTrue(query.getOrDefault("ordered", true))
                || !(query.get(field) instanceof List<?> all)
                || all.size() <= SIZE) {
            return run.apply(query);
        }
        Slices sum = new Slices();
        for (int from = 0; from < all.size(); from += SIZE) {
            Document slice = new Document(query);
            slice.put(field, all.subList(from, Math.min(all.size(), from + SIZE)));
            Document reply = run.apply(slice);
            if (!Utils.isTrue(reply.get("ok"))) {
                return reply; // of what was done before it, the client learns as from a crash
            }
            sum.add(from, reply);
        }
        return sum.reply(command);
    }

    private void add(int from, Document reply) {
        n += Fields.number(reply, "n");
        modified += reply.containsKey("nModified") ? Fields.number(reply, "nModified") : 0;
        move(from, reply, "upserted", upserted);
        move(from, reply, "writeErrors", errors);
    }

    private static void move(int from, Document reply, String field, List<Object> to) {
        if (reply.get(field) instanceof Iterable<?> items) {
            for (Object item : items) {
                Document one = (Document) item;
                one.put("index", from + Fields.number(one, "index"));
                to.add(one);
            }
        }
    }

    private Document reply(String command) {
        Document reply = new Document("n", n);
        if (command.equals("update")) {
            reply.put("nModified", modified);
        }
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        Utils.markOkay(reply);
        return reply;
    }
}
