package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of an {@code update} one by one, because the library goes on after an error
 * even where the client asked for order.
 */
final class UpdateStatements {
    private final List<Object> upserted = new ArrayList<>();
    private final List<Object> errors = new ArrayList<>();
    private int n;
    private int modified;

    private UpdateStatements() {}

    /** The reply to the whole command, each statement having been run as a command of its own. */
    static Document each(Document command, UnaryOperator<Document> run) {
        List<?> statements = Fields.list(command, "updates");
        if (statements.size() == 1) {
            return run.apply(command);
        }
        boolean ordered = Utils.isTrue(command.getOrDefault("ordered", true));
        UpdateStatements sum = new UpdateStatements();
        for (int i = 0; i < statements.size() && (sum.errors.isEmpty() || !ordered); i++) {
            Document one = new Document(command);
            one.put("updates", List.of(statements.get(i)));
            sum.add(i, run.apply(one));
        }
        return sum.reply();
    }

    private void add(int index, Document reply) {
        n += Fields.number(reply, "n");
        modified += Fields.number(reply, "nModified");
        move(index, reply.get("upserted"), upserted);
        move(index, reply.get("writeErrors"), errors);
    }

    private static void move(int index, @Nullable Object from, List<Object> to) {
        if (from instanceof Iterable<?> items) {
            for (Object item : items) {
                ((Document) item).put("index", index);
                to.add(item);
            }
        }
    }

    private Document reply() {
        Document reply = new Document("n", n).append("nModified", modified);
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
