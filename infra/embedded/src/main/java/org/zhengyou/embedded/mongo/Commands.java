package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Locale;

/** What a command does to the data, and to which collection. */
final class Commands {
    /** Whether a command has to do with stored data at all. */
    enum Effect {
        /** Neither reads nor writes. */
        NONE,
        READS,
        WRITES
    }

    private Commands() {}

    static Effect effect(String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "ismaster", "hello", "ping", "buildinfo", "killcursors", "endsessions" ->
                    Effect.NONE;
            case "insert",
                    "update",
                    "delete",
                    "findandmodify",
                    "create",
                    "createindexes",
                    "drop",
                    "dropindexes",
                    "dropdatabase" ->
                    Effect.WRITES;
            case "aggregate" -> writesResult(query) ? Effect.WRITES : Effect.READS;
            default -> Effect.READS;
        };
    }

    /** Whether a command may need more room than it gives back. */
    static boolean needsSpace(String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "delete", "drop", "dropindexes", "dropdatabase" -> false;
            default -> effect(command, query) == Effect.WRITES;
        };
    }

    private static boolean writesResult(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    /** The collection a command is about, with its database; empty for more than one. */
    static String namespace(String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "insert", "update", "delete", "findandmodify", "find", "count", "distinct" ->
                    database + "." + query.get(command);
            case "getmore" -> database + "." + query.get("collection");
            default -> "";
        };
    }
}
