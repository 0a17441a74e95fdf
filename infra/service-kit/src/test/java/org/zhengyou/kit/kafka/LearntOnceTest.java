package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.projection.Node;
import org.zhengyou.kit.projection.Watermarks.Mark;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** Whatever comes again or is read twice is learnt once. */
class LearntOnceTest extends LettersByKafka {
    @Test
    void events_published_again_are_learnt_once() {
        Random random = new Random(2);
        try (Node listener = listener(settings())) {
            for (int round = 0; round < 3; round++) {
                try (Node writer = writer()) {
                    long position = marks(writer, round * 50, round * 50 + 50, random);
                    eventuallyKnown(listener, letters, position);
                }
                // As after a crash before the token of the publisher was stored.
                database(letters)
                        .getCollection("tokens")
                        .updateOne(
                                Filters.eq("_id", "publish/0"),
                                Updates.set("token.position", (long) random.nextInt(20)));
            }
            try (Node writer = writer()) {
                long position = mark(writer, 0, 1_000);
                eventuallyKnown(listener, letters, position);
                assertExactlyOnce(writer, listener);
            }
        }
    }

    @Test
    void a_crash_between_inbox_and_progress_neither_loses_nor_doubles() {
        Random random = new Random(3);
        try (Node writer = writer()) {
            List<List<Document>> remembered = new ArrayList<>();
            long position = 0;
            for (int round = 0; round < 8; round++) {
                try (Node listener = listener(settings())) {
                    position = marks(writer, round * 60, round * 60 + 60, random);
                    if (random.nextBoolean()) eventuallyKnown(listener, letters, position);
                    else eventually("some are learnt", () -> listener.runtime().inbox().head() > 0);
                }
                remembered.add(progress().find().into(new ArrayList<>()));
                forget(remembered.get(random.nextInt(remembered.size())), random);
            }
            try (Node listener = listener(settings())) {
                eventuallyKnown(listener, letters, position);
                assertExactlyOnce(writer, listener);
            }
        }
    }

    private MongoCollection<Document> progress() {
        return database(readers).getCollection("inbox_progress");
    }

    /** What was written down last is lost: something older, or nothing, is what is left. */
    private void forget(List<Document> older, Random random) {
        progress().deleteMany(Filters.empty());
        if (random.nextInt(3) == 0) return;
        for (Document one : older)
            progress()
                    .replaceOne(
                            Filters.eq("_id", one.get("_id")),
                            one,
                            new ReplaceOptions().upsert(true));
    }

    @Test
    void without_looking_for_repeated_events_the_check_would_fail() {
        try (Node writer = writer();
                Node listener = listener(Map.of())) {
            long position = marks(writer, 0, 50, new Random(4));
            try (Reading reading = new Reading(listener, "forgetful", Forgetful::new)) {
                eventually("learnt", () -> reading.reader.of(letters).position() >= position);
            }
        }
        database(letters)
                .getCollection("tokens")
                .updateOne(Filters.eq("_id", "publish/0"), Updates.set("token.position", 0L));
        progress().deleteMany(Filters.empty());
        try (Node writer = writer();
                Node listener = listener(Map.of());
                Reading reading = new Reading(listener, "forgetful", Forgetful::new)) {
            long position = mark(writer, 0, 100);
            eventually("learnt", () -> reading.reader.of(letters).position() >= position);
            List<String> ids = new ArrayList<>();
            for (StoredEvent event : listener.runtime().inbox().page(0, Integer.MAX_VALUE))
                ids.add(event.id());
            assertThat(new HashSet<>(ids)).hasSizeLessThan(ids.size());
        }
    }

    /** A seeded defect: takes every event for new. */
    private static final class Forgetful extends SourceProgress {
        Forgetful(String source) {
            super(source);
        }

        @Override
        boolean isNew(long position) {
            return true;
        }
    }

    /** A reader of its own, beside the part of the service. */
    private static final class Reading implements AutoCloseable {
        private final Lease lease;
        private final InboxReader reader;

        Reading(Node node, String leaseName, Function<String, SourceProgress> fresh) {
            Counter counter = new SimpleMeterRegistry().counter("any");
            lease = new Lease(node.runtime().tokens(), leaseName, RunningService.LEASE);
            lease.start();
            reader =
                    new InboxReader(
                            node.runtime(),
                            cluster(),
                            lease,
                            node.runtime().names().sources().stream()
                                    .collect(Collectors.toMap(Function.identity(), keys()::of)),
                            fresh,
                            counter,
                            counter);
            reader.start();
        }

        @Override
        public void close() {
            reader.stop();
            lease.stop();
            try {
                reader.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void two_readers_that_both_think_they_are_the_one_do_not_double_anything() {
        try (Node writer = writer();
                Node listener = listener(Map.of());
                Node other = listener(Map.of());
                Reading one = new Reading(listener, "one", SourceProgress::new);
                Reading two = new Reading(other, "two", SourceProgress::new)) {
            long position = marks(writer, 0, 600, new Random(5));
            eventually("one has all", () -> has(listener, one.reader.of(letters), position));
            eventually("two has all", () -> has(other, two.reader.of(letters), position));
            assertExactlyOnce(writer, listener);
            assertExactlyOnce(writer, other);
        }
    }

    /** Whether all of the source was received, and lies in the inbox as this process knows it. */
    private static boolean has(Node node, Mark mark, long position) {
        return mark.position() >= position && node.runtime().inbox().head() >= mark.inbox();
    }

    /** A process that asks for no news stands for one that has not heard of them yet. */
    @Test
    void who_takes_over_goes_on_from_what_is_written_down_and_not_before_it_knows_it() {
        try (Node writer = writer();
                Node late = listener(Map.of("ZHENGYOU_LOG_POLL", "PT0S"))) {
            long position = marks(writer, 0, 20, new Random(6));
            Mark all = learntByAnother(position);
            try (Reading reading = new Reading(late, "late", SourceProgress::new)) {
                eventually(
                        "it is named",
                        () -> {
                            assertThat(reading.reader.of(letters)).isEqualTo(all);
                            return reading.reader.stopped().containsKey(letters);
                        });
                hearOfAll(late);
                eventually("it goes on", () -> reading.reader.stopped().isEmpty());
                assertThat(has(late, reading.reader.of(letters), position)).isTrue();
            }
        }
    }

    private Mark learntByAnother(long position) {
        try (Node other = listener(Map.of());
                Reading reading = new Reading(other, "other", SourceProgress::new)) {
            eventually(
                    "written down",
                    () -> InboxProgress.mark(progress(), letters).position() >= position);
            return reading.reader.of(letters);
        }
    }

    /** Who is refused because of what others appended has learnt of it. */
    private static void hearOfAll(Node late) {
        NewEvent any = new NewEvent("any", "any", "1", THEN, Set.of(), Map.of(), "{}");
        assertThatThrownBy(
                        () ->
                                late.runtime()
                                        .inbox()
                                        .append(List.of(any), new Condition(Criteria.all(), 0)))
                .isInstanceOf(ConflictingAppendException.class);
    }
}
