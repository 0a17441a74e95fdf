package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.kafka.DeadLetters.Letter;
import org.zhengyou.kit.projection.Node;

/** A source whose store was restored from a copy, or begun anew, while Kafka kept what it had. */
class RestoredSourceTest extends LettersByKafka {
    private Map<String, List<Document>> copy() {
        Map<String, List<Document>> copy = new HashMap<>();
        MongoDatabase database = database(letters);
        for (String name : database.listCollectionNames())
            copy.put(name, database.getCollection(name).find().into(new ArrayList<>()));
        return copy;
    }

    private void restore(Map<String, List<Document>> copy) {
        MongoDatabase database = database(letters);
        for (String name : database.listCollectionNames())
            database.getCollection(name).deleteMany(new Document());
        copy.forEach(
                (name, all) -> {
                    if (!all.isEmpty()) database.getCollection(name).insertMany(all);
                });
    }

    private List<Letter> deadLetters() {
        return new DeadLetters(database(readers), Clock.systemUTC()).list(100);
    }

    private Map<String, List<Document>> marksOneToTwentyAndTheCopyOfTen() {
        Map<String, List<Document>> copy;
        try (Node writer = writer()) {
            for (int i = 1; i <= 10; i++) mark(writer, i % 3, i);
        }
        copy = copy();
        try (Node writer = writer();
                Node listener = listener(settings())) {
            for (int i = 11; i <= 20; i++) mark(writer, i % 3, i);
            eventuallyKnown(listener, letters, 20);
        }
        return copy;
    }

    @Test
    void what_a_restored_source_says_anew_is_named_and_not_taken_and_not_dropped_as_repeated() {
        restore(marksOneToTwentyAndTheCopyOfTen());
        try (Node writer = writer();
                Node listener = listener(settings())) {
            for (int i = 11; i <= 25; i++) mark(writer, i % 3, 100 + i);
            eventually("it is named", () -> !listener.part().isReady());
            assertThat(deadLetters())
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(one.error()).startsWith("ANOTHER_HISTORY"));
            assertThat(deadLetters().getFirst().sourcePosition()).isBetween(11L, 20L);
            assertThat(listener.runtime().inbox().head()).isEqualTo(20);
        }
        try (Node listener = listener(settings())) {
            assertThat(listener.part().isReady()).isFalse();
            assertThat(listener.runtime().inbox().head()).isEqualTo(20);
        }
    }

    @Test
    void a_source_that_was_begun_anew_is_named_and_nothing_of_it_is_taken() {
        marksOneToTwentyAndTheCopyOfTen();
        restore(Map.of());
        try (Node writer = writer();
                Node listener = listener(settings())) {
            for (int i = 1; i <= 30; i++) mark(writer, i % 3, 100 + i);
            eventually("it is named", () -> !listener.part().isReady());
            assertThat(deadLetters())
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(one.error()).startsWith("ANOTHER_LOG"));
            assertThat(listener.runtime().inbox().head()).isEqualTo(20);
        }
    }

    @Test
    void a_source_that_was_restored_as_it_was_goes_on() {
        marksOneToTwentyAndTheCopyOfTen();
        restore(copy());
        try (Node writer = writer();
                Node listener = listener(settings())) {
            eventuallyKnown(listener, letters, mark(writer, 1, 21));
            assertThat(listener.part().isReady()).isTrue();
            assertExactlyOnce(writer, listener);
        }
    }
}
