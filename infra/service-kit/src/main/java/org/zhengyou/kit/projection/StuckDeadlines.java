package org.zhengyou.kit.projection;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Rows that stay due in spite of their deadline. What lies here is not sent again; an operator
 * takes it out to have it tried once more, and it goes when its row is not due any more.
 */
final class StuckDeadlines {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> stuck;

    StuckDeadlines(MongoCollection<Document> stuck) {
        this.stuck = stuck;
    }

    /** Ids of those of this deadline. */
    Set<String> of(String deadline) {
        return stuck.find(eq("deadline", deadline))
                .map(one -> one.getString("_id"))
                .into(new HashSet<>());
    }

    void put(StuckDeadline one) {
        stuck.replaceOne(eq("_id", one.id()), one.document(), UPSERT);
    }

    /** All of them; {@code most} at most. */
    List<StuckDeadline> list(int most) {
        return stuck.find()
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(StuckDeadline::of)
                .into(new ArrayList<>());
    }

    /**
     * Takes these out.
     *
     * @return how many there were
     */
    long forget(Collection<String> ids) {
        return ids.isEmpty() ? 0 : stuck.deleteMany(Filters.in("_id", ids)).getDeletedCount();
    }
}
