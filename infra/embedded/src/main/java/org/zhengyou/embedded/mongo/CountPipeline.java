package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline that drivers send to count documents: it is answered by an index where the library
 * would read the whole collection.
 *
 * @param filter which documents to count
 * @param skip how many of them to leave out
 * @param limit the highest number to count, 0 for all
 */
record CountPipeline(Document filter, int skip, int limit) {
    private static final Document COUNTING =
            new Document("_id", 1).append("n", new Document("$sum", 1));

    /** The pipeline of the command if it does nothing but count, else null. */
    static @Nullable CountPipeline of(Document command) {
        if (!(command.get("pipeline") instanceof List<?> stages) || stages.size() < 2) {
            return null;
        }
        if (!(stages.getLast() instanceof Document last) || !COUNTING.equals(last.get("$group"))) {
            return null;
        }
        CountPipeline counting = new CountPipeline(new Document(), 0, 0);
        for (int i = 0; i < stages.size() - 1; i++) {
            counting = counting == null ? null : counting.with(i, (Document) stages.get(i));
        }
        return counting;
    }

    private @Nullable CountPipeline with(int position, Document stage) {
        if (stage.size() != 1) {
            return null;
        }
        return switch (stage.keySet().iterator().next()) {
            case "$match" ->
                    position == 0
                            ? new CountPipeline(Fields.document(stage, "$match"), 0, 0)
                            : null;
            case "$skip" ->
                    skip == 0 && limit == 0
                            ? new CountPipeline(filter, Fields.number(stage, "$skip"), 0)
                            : null;
            case "$limit" ->
                    limit == 0
                            ? new CountPipeline(filter, skip, Fields.number(stage, "$limit"))
                            : null;
            default -> null;
        };
    }

    /** What the pipeline gives for a count: nothing at all for 0. */
    List<Document> result(int count) {
        return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
    }
}
