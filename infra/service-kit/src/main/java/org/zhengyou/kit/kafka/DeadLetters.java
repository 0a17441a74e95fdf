package org.zhengyou.kit.kafka;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records from Kafka that are no event of this platform as they stand, or that their source has not
 * signed. Each is kept with its place and tried again whenever a session begins, until the event of
 * its position was received. None of what it says is told, apart from its stored name.
 */
public final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final int LONGEST_TYPE = 200;

    private final MongoCollection<Document> letters;
    private final Clock clock;
    private final Set<String> unhealed = new HashSet<>();

    /**
     * A record that could not be read.
     *
     * @param id topic, partition and offset
     * @param source the service in whose topic it lies
     * @param sourcePosition the position it says it has in that service's log; 0 if it says none
     * @param type its stored name; empty if it says none
     * @param error what went wrong, without anybody's data
     * @param since ISO instant at which it was read last
     */
    public record Letter(
            String id,
            String source,
            long sourcePosition,
            String type,
            String error,
            String since) {

        private static Letter of(Document stored) {
            return new Letter(
                    stored.getString("_id"),
                    stored.getString("source"),
                    stored.getLong("sourcePosition"),
                    stored.getString("type"),
                    stored.getString("error"),
                    stored.getString("since"));
        }
    }

    /** Those kept in this database. */
    public DeadLetters(MongoDatabase database, Clock clock) {
        this.letters = database.getCollection("dead_letters");
        this.clock = clock;
    }

    /** Learns which were kept before. */
    void load() {
        unhealed.clear();
        for (Document one : letters.find())
            unhealed.add(place(one.getString("source"), one.getLong("sourcePosition")));
    }

    /** Where reading this partition has to begin, if something in it is to be tried again. */
    OptionalLong first(String topic, int partition) {
        Document first =
                letters.find(and(eq("topic", topic), eq("partition", partition)))
                        .sort(Sorts.ascending("offset"))
                        .first();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.getLong("offset"));
    }

    /** Keeps a record that could not be read. */
    void keep(String source, ConsumerRecord<String, String> record, String error) {
        String id = record.topic() + "/" + record.partition() + "/" + record.offset();
        LOG.error("{} is not taken and kept as a dead letter: {}", id, error);
        long position = CloudEvents.saidPosition(record);
        letters.replaceOne(
                eq("_id", id),
                new Document("_id", id)
                        .append("topic", record.topic())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("source", source)
                        .append("sourcePosition", position)
                        .append("type", type(record))
                        .append("error", error)
                        .append("since", clock.instant().toString()),
                UPSERT);
        unhealed.add(place(source, position));
    }

    private static String type(ConsumerRecord<String, String> record) {
        String said = CloudEvents.saidType(record);
        return said.length() <= LONGEST_TYPE ? said : said.substring(0, LONGEST_TYPE);
    }

    /** The event at this position was received after all. */
    void received(String source, long position) {
        if (unhealed.isEmpty() || !unhealed.remove(place(source, position))) return;
        letters.deleteMany(and(eq("source", source), eq("sourcePosition", position)));
    }

    private static String place(String source, long position) {
        return source + ':' + position;
    }

    /** How many there are. */
    public long count() {
        return letters.countDocuments();
    }

    /** All of them, in the order of their places; {@code most} at most. */
    public List<Letter> list(int most) {
        List<Letter> all = new ArrayList<>();
        for (Document one : letters.find().sort(Sorts.ascending("_id")).limit(most))
            all.add(Letter.of(one));
        return all;
    }
}
