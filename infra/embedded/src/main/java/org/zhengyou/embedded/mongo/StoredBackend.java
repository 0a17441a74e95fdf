package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVStore;

/**
 * Executes commands on the stored databases. Replies may hold {@link StoredDocument}s. Knows
 * nothing of durability: whoever sends the replies waits for it.
 */
final class StoredBackend extends AbstractMongoBackend {
    private final MVStore store;
    private final StoredMaps maps;
    private final Journal journal;
    private final ScanStatistics statistics;
    private final Space space;
    private final Map<String, MongoDatabase> opened = new ConcurrentHashMap<>();

    StoredBackend(StoredMaps maps, Journal journal, ScanStatistics statistics, Space space) {
        this.store = maps.store();
        this.maps = maps;
        this.journal = journal;
        this.statistics = statistics;
        this.space = space;
        maps.collections().map(Utils::firstFragment).forEach(this::resolveDatabase);
    }

    @Override
    public Document handleCommand(
            Channel channel, String databaseName, String command, Document query) {
        Refusals.check(command, query);
        if (store.isReadOnly() && Commands.effect(command, query) == Commands.Effect.WRITES) {
            throw Refusals.readOnly();
        }
        if (Commands.needsSpace(command, query)
                && !space.isEnough(store)
                && !isThere(databaseName, command, query)) {
            return refuse(command, Refusals.noSpace());
        }
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> find(databaseName, query);
            case "insert" -> insert(channel, databaseName, command, query);
            case "update" ->
                    UpdateStatements.each(
                            query, one -> library(channel, databaseName, command, one));
            case "aggregate" -> aggregate(channel, databaseName, command, query);
            case "dropindexes" -> dropIndexes(channel, databaseName, command, query);
            default -> library(channel, databaseName, command, query);
        };
    }

    /** Who opens what is there asks for its indexes first, as a rule. */
    private boolean isThere(String databaseName, String command, Document query) {
        if (!command.equalsIgnoreCase("createIndexes")) {
            return false;
        }
        MongoCollection<?> collection =
                resolveDatabase(databaseName)
                        .resolveCollection(Fields.text(query, "createIndexes"), false);
        return collection instanceof StoredCollection stored
                && stored.hasIndexes(Fields.list(query, "indexes"));
    }

    /** For each document separately where that tells the client that none of them was stored. */
    private static Document refuse(String command, MongoServerError reason) {
        if (!command.equalsIgnoreCase("insert")) {
            throw reason;
        }
        Document error =
                new Document("index", 0)
                        .append("code", reason.getCode())
                        .append("codeName", reason.getCodeName())
                        .append("errmsg", reason.getMessageWithoutErrorCode());
        return new Document("ok", 1.0).append("n", 0).append("writeErrors", List.of(error));
    }

    private Document library(Channel channel, String databaseName, String command, Document query) {
        return super.handleCommand(channel, databaseName, command, query);
    }

    private Document find(String databaseName, Document query) {
        String collectionName = Fields.text(query, "find");
        boolean unknown = store.isReadOnly() && !opened.containsKey(databaseName);
        if (!unknown
                && resolveDatabase(databaseName).resolveCollection(collectionName, false)
                        instanceof StoredCollection collection) {
            return collection.find(query);
        }
        return Find.firstBatch(databaseName + "." + collectionName, List.of(), 0);
    }

    /** The library counts documents that it refused, too. */
    private Document insert(Channel channel, String databaseName, String command, Document query) {
        query.putIfAbsent("ordered", true);
        Document reply = library(channel, databaseName, command, query);
        if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
            int refused = errors.size();
            if (Utils.isTrue(query.get("ordered")) && errors.getFirst() instanceof Document error) {
                int sent = Fields.list(query, "documents").size();
                refused = sent - Fields.number(error, "index");
            }
            reply.put("n", Fields.number(reply, "n") - refused);
        }
        return reply;
    }

    private Document aggregate(
            Channel channel, String databaseName, String command, Document query) {
        CountPipeline counting = CountPipeline.of(query);
        if (counting == null) {
            return library(channel, databaseName, command, query);
        }
        String collectionName = Fields.text(query, "aggregate");
        MongoCollection<?> collection =
                resolveDatabase(databaseName).resolveCollection(collectionName, false);
        int count =
                collection == null
                        ? 0
                        : collection.count(counting.filter(), counting.skip(), counting.limit());
        return Find.firstBatch(databaseName + "." + collectionName, counting.result(count), 0);
    }

    /** By name: the library forgets the indexes of that name in other collections as well. */
    private Document dropIndexes(
            Channel channel, String databaseName, String command, Document query) {
        if (query.get("index") instanceof String name
                && resolveDatabase(databaseName) instanceof StoredDatabase database) {
            database.dropIndexes(Fields.text(query, "dropIndexes"), name);
            return new Document("ok", 1.0);
        }
        return library(channel, databaseName, command, query);
    }

    @Override
    protected Document handleGetMore(String databaseName, String command, Document query) {
        query.putIfAbsent("batchSize", Find.DEFAULT_BATCH);
        long id = Fields.longNumber(query, command);
        Cursor open = getCursorRegistry().getCursor(id);
        if (!(open instanceof ScanCursor cursor)) {
            return super.handleGetMore(databaseName, command, query);
        }
        List<Object> batch = cursor.take(Fields.number(query, "batchSize"));
        String namespace = databaseName + "." + query.get("collection");
        if (cursor.isEmpty()) {
            getCursorRegistry().remove(id);
        }
        return Find.nextBatch(namespace, batch, cursor.isEmpty() ? 0 : id);
    }

    /** One object for each database; the library would make another one to list it. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return opened.computeIfAbsent(
                databaseName,
                name -> new StoredDatabase(name, maps, journal, getCursorRegistry(), statistics));
    }

    @Override
    public void dropDatabase(String databaseName) {
        super.dropDatabase(databaseName);
        opened.remove(databaseName);
    }
}
