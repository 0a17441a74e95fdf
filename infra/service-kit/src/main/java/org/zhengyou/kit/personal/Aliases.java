package org.zhengyou.kit.personal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * 别名. A random alias for each personal value by which something must be found, such as a member
 * number: <code>{_id: keyed hash of the value, alias, person}</code>. Tags carry the alias, so that
 * nothing in the log can be compared with a guessed value once its alias is forgotten here.
 */
public final class Aliases {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final MongoCollection<Document> aliases;
    private final UnaryOperator<String> blind;

    /**
     * The aliases kept in this collection.
     *
     * @param blind a keyed hash: without its key nobody can tell whose alias one is
     */
    Aliases(MongoCollection<Document> aliases, UnaryOperator<String> blind) {
        this.aliases = aliases;
        this.blind = blind;
    }

    /**
     * The alias of a value, made if there is none: of several processes that make it at once one
     * does, and the others take it. 32 hexadecimal digits.
     */
    public String of(String value) {
        String id = blind.apply(value);
        Document known = aliases.find(eq("_id", id)).first();
        return (known == null ? made(id) : known).getString("alias");
    }

    private Document made(String id) {
        Document fresh = new Document("_id", id).append("alias", random()).append("person", "");
        try {
            aliases.insertOne(fresh);
            return fresh;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
        Document first = aliases.find(eq("_id", id)).first();
        if (first == null) throw new IllegalStateException("forgotten while it was asked for");
        return first;
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** The alias of a value that goes on record as this person's. */
    public String of(String value, String person) {
        String alias = of(value);
        aliases.updateOne(
                Filters.and(eq("_id", blind.apply(value)), ne("person", person)),
                Updates.set("person", person));
        return alias;
    }

    /** Forgets the aliases of this person's values: what carries them is never found again. */
    public void forget(String person) {
        aliases.deleteMany(eq("person", person));
    }
}
