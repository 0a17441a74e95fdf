package org.zhengyou.embedded.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Random documents, queries and updates over few values, so that they meet one another often. */
final class RandomOperations {
    private final Random random;

    RandomOperations(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    String tag() {
        return "tag=" + below(12);
    }

    private List<String> tags(int most) {
        return Stream.generate(this::tag).limit(below(most + 1)).toList();
    }

    Object id() {
        return switch (below(10)) {
            case 0 -> "s" + below(300);
            case 1, 2 -> below(600);
            default -> (long) below(600);
        };
    }

    Document document() {
        Document document =
                new Document("_id", id())
                        .append("a", "agg" + below(20))
                        .append("s", (long) below(60));
        if (!once(10)) {
            document.append("t", once(4) ? (Object) ("z" + below(9)) : (Object) below(50));
        }
        if (once(2)) {
            document.append("n", random.nextDouble());
        }
        if (once(4)) {
            document.append("k", List.of(element(), element()));
        }
        if (!once(5)) {
            document.append("g", tags(4));
        }
        if (once(3)) {
            document.append("h", once(3) ? null : tag());
        }
        return document;
    }

    private Document element() {
        return new Document("x", "g" + below(9)).append("y", below(9));
    }

    Bson filter() {
        Bson range = idRange();
        return switch (below(23)) {
            case 0 -> range;
            case 1 -> Filters.and(aggregate(), Filters.gte("s", (long) below(60)));
            case 2 -> Filters.gt("t", below(50));
            case 3 -> Filters.eq("t", below(50));
            case 4 -> Filters.lt("t", "z5");
            case 5 -> Filters.in("_id", id(), id(), "s5", id());
            case 6 -> Filters.eq("t", null);
            case 7 -> Filters.eq("k.x", "g" + below(9));
            case 8 -> Filters.elemMatch("k", Filters.eq("x", "g1"));
            case 9 -> Filters.and(Filters.eq("a", "agg3"), Filters.in("s", 1, 2, 3, 4L, 5.0));
            case 10 -> Filters.eq("g", tag());
            case 11 -> Filters.and(Filters.eq("g", tag()), range);
            case 12 -> Filters.and(Filters.all("g", tag(), tag()), range);
            case 13 -> Filters.and(Filters.or(term(), term(), term()), range);
            case 14 -> Filters.and(Filters.in("g", tag(), tag()), Filters.ne("a", "agg1"));
            case 15 -> Filters.or(Filters.and(term(), idRange()), Filters.and(term(), range));
            case 16 -> Filters.or(Filters.eq("_id", id()), term(), Filters.in("h", tag(), tag()));
            case 17 -> Filters.and(Filters.eq("h", tag()), Filters.lt("_id", below(600)));
            case 18 -> Filters.gt("g", "tag=5");
            case 19 -> Filters.and(Filters.in("g", tag(), tag()), Filters.in("g", tag(), tag()));
            case 20 -> Filters.and(Filters.gte("_id", "s2"), Filters.lt("_id", "s7"));
            case 21 -> Filters.and(term(), Filters.gt("_id", "s1"), Filters.lte("_id", "s5"));
            default -> new Document();
        };
    }

    private Bson aggregate() {
        return Filters.eq("a", "agg" + below(20));
    }

    private Bson term() {
        return once(2) ? Filters.eq("g", tag()) : Filters.all("g", tag(), tag());
    }

    private Bson idRange() {
        List<Bson> bounds = new ArrayList<>();
        bounds.add(once(2) ? Filters.gt("_id", below(600)) : Filters.gte("_id", (long) below(600)));
        if (!once(3)) {
            bounds.add(once(2) ? Filters.lte("_id", (long) below(600)) : Filters.lt("_id", 300.5));
        }
        return Filters.and(bounds);
    }

    /** An order that leaves nothing open, or none. */
    Document sort() {
        Bson sort =
                switch (below(7)) {
                    case 0, 1 -> Sorts.ascending("_id");
                    case 2 -> Sorts.descending("_id");
                    case 3 -> Sorts.ascending("t", "_id");
                    case 4 -> Sorts.ascending("s", "_id");
                    case 5 -> Sorts.orderBy(Sorts.descending("a", "s"), Sorts.ascending("_id"));
                    default -> new Document();
                };
        return Document.parse(sort.toBsonDocument().toJson());
    }

    /** Of an index: in most of them there are documents that are alike. */
    Bson keys() {
        return switch (below(6)) {
            case 0 -> Indexes.ascending("t");
            case 1 -> Indexes.descending("s", "t");
            case 2 -> Indexes.ascending("h", "a");
            case 3 -> Indexes.ascending("g");
            case 4 -> Indexes.ascending("g", "a", "s");
            default -> Indexes.ascending("s", "a");
        };
    }

    /** For one document: may meet a duplicate key. */
    Bson updateOfOne() {
        return once(4) ? Updates.max("s", (long) below(60)) : updateOfMany();
    }

    /** For many documents: meets no duplicate key, which would end it at an open point. */
    Bson updateOfMany() {
        return switch (below(5)) {
            case 0 -> Updates.set("t", below(50));
            case 1 -> Updates.addToSet("g", tag());
            case 2 -> Updates.set("g", tags(3));
            case 3 -> Updates.unset("h");
            default -> Updates.inc("n", 0.5);
        };
    }

    List<Document> documents(int count) {
        return IntStream.range(0, count).mapToObj(i -> document()).toList();
    }
}
