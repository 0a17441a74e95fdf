package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command {@code find} asks for.
 *
 * @param filter the query
 * @param sort the order, null for any
 * @param projection the fields wanted, null for all
 * @param skip how many results to leave out
 * @param limit the highest number of results, 0 for all
 * @param batchSize the highest number of documents in the first reply
 * @param singleBatch whether the first reply is all that is wanted
 */
record Find(
        Document filter,
        @Nullable Document sort,
        @Nullable Document projection,
        int skip,
        int limit,
        int batchSize,
        boolean singleBatch) {
    /** Documents in a reply when the client names no number. */
    static final int DEFAULT_BATCH = 1000;

    static Find of(Document command) {
        int limit = number(command, "limit", 0);
        return new Find(
                (Document) command.getOrDefault("filter", new Document()),
                (Document) command.get("sort"),
                nonEmpty((Document) command.get("projection")),
                number(command, "skip", 0),
                Math.abs(limit),
                number(command, "batchSize", DEFAULT_BATCH),
                limit < 0 || Utils.isTrue(command.get("singleBatch")));
    }

    private static int number(Document command, String name, int otherwise) {
        return command.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    private static @Nullable Document nonEmpty(@Nullable Document document) {
        return document == null || document.isEmpty() ? null : document;
    }

    /** The reply to {@code find}; the batch may hold {@link StoredDocument}s. */
    static Document firstBatch(String namespace, List<?> batch, long cursor) {
        return reply(namespace, "firstBatch", batch, cursor);
    }

    /** The reply to {@code getMore}; cursor 0 says that there is no more. */
    static Document nextBatch(String namespace, List<?> batch, long cursor) {
        return reply(namespace, "nextBatch", batch, cursor);
    }

    private static Document reply(String namespace, String name, List<?> batch, long cursor) {
        Document inner = new Document("id", cursor).append("ns", namespace).append(name, batch);
        Document reply = new Document("cursor", inner);
        Utils.markOkay(reply);
        return reply;
    }
}
