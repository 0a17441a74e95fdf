package org.zhengyou.kit.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.runtime.EventCodec;

/**
 * Facts that a handler could not take, each with all later ones of its entity for that handler.
 * They stay until they were applied, in order, which somebody has to ask for.
 */
final class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> parked;
    private final String service;
    private final Clock clock;
    private final Map<String, Set<String>> blocked = new HashMap<>();
    private long count;

    Parking(MongoCollection<Document> parked, String service, Clock clock) {
        this.parked = parked;
        this.service = service;
        this.clock = clock;
    }

    /** Learns what was parked before this process took over. */
    synchronized void load() {
        blocked.clear();
        count = 0;
        for (Document one : parked.find()) {
            block(one.getString("handler"), one.getString("key"));
            count++;
        }
    }

    /** Entities of which this handler gets nothing more until what is parked was applied. */
    synchronized Set<String> blocked(String handler) {
        return Set.copyOf(blocked.getOrDefault(handler, Set.of()));
    }

    /** How many facts are parked, as far as this process knows. */
    synchronized long count() {
        return count;
    }

    private void block(String handler, String entity) {
        blocked.computeIfAbsent(handler, none -> new HashSet<>()).add(entity);
    }

    /** Parks what the handler failed on and what is behind it. Parking twice is parking once. */
    synchronized void park(
            String processor,
            String handler,
            Map<Arrival, RuntimeException> failed,
            List<Arrival> behind) {
        List<Parked> all = new ArrayList<>();
        failed.forEach((arrival, e) -> all.add(failed(processor, handler, arrival, e)));
        for (Arrival arrival : behind) all.add(of(processor, handler, arrival, "", ""));
        if (all.isEmpty()) return;
        var written =
                parked.bulkWrite(
                        all.stream()
                                .map(
                                        one ->
                                                new ReplaceOneModel<>(
                                                        byId(one), one.document(), UPSERT))
                                .toList());
        all.forEach(one -> block(handler, one.key()));
        count += written.getUpserts().size();
    }

    private Parked failed(String processor, String handler, Arrival arrival, RuntimeException e) {
        Parked parked = of(processor, handler, arrival, e.getClass().getName(), place(e));
        LOG.error(
                "{} could not take {} and is parked: {} at {}",
                handler,
                parked.id(),
                parked.error(),
                parked.at());
        return parked;
    }

    /** Where it was thrown. Its message is not told: it might quote somebody's data. */
    static String place(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }

    private Parked of(
            String processor, String handler, Arrival arrival, String error, String place) {
        Map<String, String> metadata = arrival.stored().metadata();
        long position = arrival.stored().position();
        boolean own = arrival.origin() == Origin.LOG;
        return new Parked(
                "%s/%s/%012d".formatted(handler, arrival.origin().stored(), position),
                processor,
                handler,
                arrival.entity(),
                arrival.origin(),
                position,
                own ? service : metadata.getOrDefault(EventCodec.SOURCE, ""),
                own
                        ? position
                        : Long.parseLong(metadata.getOrDefault(EventCodec.SOURCE_POSITION, "0")),
                arrival.stored().type(),
                error,
                place,
                clock.instant().toString());
    }

    /** All of it, by handler and position; {@code most} at most. */
    List<Parked> list(int most) {
        List<Parked> all = new ArrayList<>();
        for (Document one : parked.find().sort(Sorts.ascending("_id")).limit(most))
            all.add(Parked.of(one));
        return all;
    }

    /**
     * Asks whoever has the lease to apply these, each after what is parked before it.
     *
     * @param field {@code _id} or {@code key}
     * @return how many there are
     */
    long want(String field, String value) {
        return parked.updateMany(eq(field, value), Updates.set("wanted", true)).getMatchedCount();
    }

    /** What somebody asked to apply. */
    List<Parked> wanted() {
        List<Parked> all = new ArrayList<>();
        for (Document one : parked.find(eq("wanted", true)).sort(Sorts.ascending("_id")))
            all.add(Parked.of(one));
        return all;
    }

    /** This one and what must be applied before it, in order. */
    List<Parked> upTo(Parked last) {
        List<Parked> all = new ArrayList<>();
        Bson filter = and(group(last), lte("position", last.position()));
        for (Document one : parked.find(filter).sort(Sorts.ascending("position")))
            all.add(Parked.of(one));
        return all;
    }

    /** It was applied. If it was the last one of its entity, the entity is free again. */
    synchronized void applied(Parked one) {
        count -= parked.deleteOne(byId(one)).getDeletedCount();
        if (parked.find(group(one)).first() == null)
            blocked.getOrDefault(one.handler(), new HashSet<>()).remove(one.key());
    }

    /** It failed once more; nobody wants the entity's facts applied until somebody asks again. */
    synchronized void failedAgain(Parked one, RuntimeException e) {
        LOG.error("{} failed again: {} at {}", one.id(), e.getClass().getName(), place(e));
        parked.updateMany(group(one), Updates.unset("wanted"));
        parked.updateOne(
                byId(one),
                Updates.combine(
                        Updates.set("error", e.getClass().getName()), Updates.set("at", place(e))));
    }

    /** What the handler has parked is now exactly this: it was built anew. */
    synchronized void replace(
            String processor,
            String handler,
            Map<Arrival, RuntimeException> failed,
            List<Arrival> behind) {
        count -= parked.deleteMany(eq("handler", handler)).getDeletedCount();
        blocked.remove(handler);
        park(processor, handler, failed, behind);
    }

    private static Bson byId(Parked one) {
        return eq("_id", one.id());
    }

    private static Bson group(Parked one) {
        return and(
                eq("handler", one.handler()),
                eq("key", one.key()),
                eq("origin", one.origin().stored()));
    }
}
