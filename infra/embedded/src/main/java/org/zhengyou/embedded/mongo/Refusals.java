package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, with an error as a MongoDB server would send it, what would otherwise be answered
 * wrongly: ignored options, half-known commands.
 */
final class Refusals {
    private static final int ILLEGAL = 20;
    private static final int INVALID_OPTIONS = 72;
    private static final int NOT_SUPPORTED = 115;
    private static final int NO_SPACE = 14031;
    private static final int NO_CHANGE_STREAMS = 40573;

    private static final Set<String> FIND =
            Set.of("collation", "tailable", "awaitData", "min", "max", "returnKey", "let");
    private static final Set<String> CHANGE = Set.of("collation", "let");
    private static final Set<String> STATEMENT = Set.of("collation", "sort", "c");
    private static final Set<String> COLLECTION =
            Set.of(
                    "capped",
                    "viewOn",
                    "timeseries",
                    "validator",
                    "collation",
                    "clusteredIndex",
                    "expireAfterSeconds");
    private static final Set<String> INDEX =
            Set.of(
                    "partialFilterExpression",
                    "expireAfterSeconds",
                    "collation",
                    "wildcardProjection");

    private Refusals() {}

    /**
     * Passes commands that the server answers as MongoDB would.
     *
     * @throws MongoServerError for the others
     */
    static void check(String command, Document query) {
        if (query.containsKey("startTransaction") || query.containsKey("txnNumber")) {
            throw new MongoServerError(
                    ILLEGAL,
                    "IllegalOperation",
                    "transactions are not supported by the embedded server");
        }
        switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> refuse(command, query, FIND);
            case "aggregate" -> checkPipeline(query);
            case "update" -> checkStatements(command, query, "updates");
            case "delete" -> checkStatements(command, query, "deletes");
            case "findandmodify" -> {
                refuse(command, query, CHANGE);
                refusePipeline(query.get("update"));
            }
            case "count", "distinct" -> refuse(command, query, CHANGE);
            case "create" -> refuse(command, query, COLLECTION);
            case "createindexes" -> checkIndexes(query);
            case "renamecollection", "mapreduce", "collmod", "bulkwrite", "explain" ->
                    throw notSupported(command);
            default -> {}
        }
    }

    /** The refusal of every write to data that were opened to be read. */
    static MongoServerError readOnly() {
        return new MongoServerError(
                ILLEGAL, "IllegalOperation", "the data were opened for reading only");
    }

    /** The refusal of a write for which there is no room. */
    static MongoServerError noSpace() {
        return new MongoServerError(
                NO_SPACE, "OutOfDiskSpace", "there is too little space left on the device");
    }

    private static void checkPipeline(Document query) {
        refuse("aggregate", query, CHANGE);
        if (query.get("pipeline") instanceof List<?> stages) {
            for (Object stage : stages) {
                if (stage instanceof Document document && document.containsKey("$changeStream")) {
                    throw new MongoServerError(
                            NO_CHANGE_STREAMS,
                            "The $changeStream stage is only supported on replica sets");
                }
            }
        }
    }

    private static void checkStatements(String command, Document query, String name) {
        refuse(command, query, CHANGE);
        if (query.get(name) instanceof List<?> statements) {
            for (Object statement : statements) {
                refuse(command, (Document) statement, STATEMENT);
                refusePipeline(((Document) statement).get("u"));
            }
        }
    }

    private static void refusePipeline(@Nullable Object update) {
        if (update instanceof List<?>) {
            throw notSupported("update with an aggregation pipeline");
        }
    }

    private static void checkIndexes(Document query) {
        if (query.get("indexes") instanceof List<?> indexes) {
            for (Object index : indexes) {
                refuse("createIndexes", (Document) index, INDEX);
                checkKeys(Fields.document((Document) index, "key"));
            }
        }
    }

    private static void checkKeys(Document keys) {
        keys.forEach(
                (field, direction) -> {
                    if (!(direction instanceof Number) || field.contains("$**")) {
                        throw notSupported("index of the kind " + keys);
                    }
                });
    }

    private static void refuse(String command, Document query, Set<String> options) {
        for (String option : options) {
            Object value = query.get(option);
            if (value != null && !Boolean.FALSE.equals(value)) {
                throw new MongoServerError(
                        INVALID_OPTIONS,
                        "InvalidOptions",
                        command + ": the embedded server does not support the option " + option);
            }
        }
    }

    private static MongoServerError notSupported(String what) {
        return new MongoServerError(
                NOT_SUPPORTED,
                "CommandNotSupported",
                what + " is not supported by the embedded server");
    }
}
