package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses how to read for a query and the order it asks for. */
final class Planner {
    private static final IdSource EVERYTHING = new IdSource.Range(Bounds.ALL);

    private final List<OrderedIndex> indexes;

    Planner(List<OrderedIndex> indexes) {
        this.indexes = indexes;
    }

    Plan plan(@Nullable Document query, @Nullable Document order) {
        Conditions conditions = Conditions.of(query);
        IdPlanner.Found ids = new IdPlanner(indexes).find(conditions);
        Plan best = ids == null ? everything(query, order) : inOrder(ids, order);
        if (best.score() >= IdPlanner.NAMED) {
            return best;
        }
        for (OrderedIndex index : indexes) {
            KeyPlan keys = KeyPlanner.plan(index, conditions, order);
            if (keys != null && keys.score() > best.score()) {
                best = keys;
            }
        }
        return best;
    }

    /** All documents in the order of their ids, the only way where no index helps. */
    static Plan everything(@Nullable Document query, @Nullable Document order) {
        boolean exact = query == null || query.isEmpty();
        return inOrder(new IdPlanner.Found(EVERYTHING, exact, 0), order);
    }

    private static Plan inOrder(IdPlanner.Found found, @Nullable Document order) {
        if (order == null || order.isEmpty()) {
            return new IdPlan(found.ids(), found.exact(), found.score(), true, false);
        }
        String first = order.keySet().iterator().next();
        boolean ordered = first.equals("_id") || first.equals("$natural");
        boolean reverse = ordered && order.get(first) instanceof Number sign && sign.intValue() < 0;
        int score = found.score() + (ordered ? 1 : 0);
        return new IdPlan(found.ids(), found.exact(), score, ordered, reverse);
    }
}
