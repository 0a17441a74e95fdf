package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.projection.Eventually.eventually;
import static org.zhengyou.kit.projection.letters.Unanswered.ANSWERED;
import static org.zhengyou.kit.projection.letters.Unanswered.EXTENDED;
import static org.zhengyou.kit.projection.letters.Unanswered.OVERDUE;
import static org.zhengyou.kit.projection.letters.Unanswered.WEEK;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.projection.letters.LetterCommand;
import org.zhengyou.kit.projection.letters.LetterCommand.MarkLetter;
import org.zhengyou.kit.projection.letters.LetterCommand.WriteLetter;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.projection.letters.Unanswered;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.log.StoredEvent;
import tools.jackson.databind.JsonNode;

/** A letter that waits longer than a week for an answer is marked so. */
class DeadlineTest {
    private static final Instant WRITTEN = Instant.parse("2010-06-15T00:00:00Z");
    private static final Instant DUE = WRITTEN.plus(WEEK);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path folder = Path.of("");
    private final TestClock clock = new TestClock(WRITTEN.plus(DAY));
    private final Reminder reminder = new Reminder();
    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static final class Reminder implements Deadline<Unanswered.Shown> {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile String mark = OVERDUE;

        @Override
        public String name() {
            return "when-a-letter-waits-too-long-then-mark-it";
        }

        @Override
        public Class<Unanswered> view() {
            return Unanswered.class;
        }

        @Override
        public Object command(String key, Unanswered.Shown due) {
            asked.incrementAndGet();
            return new MarkLetter(new LetterId(key), mark);
        }
    }

    private Service service() {
        return LetterService.page().view(new Unanswered()).deadline(reminder).build();
    }

    private Node start() {
        return Node.start(store, folder, service(), clock);
    }

    private static void send(Node node, LetterCommand command, Instant effectiveAt) {
        node.runtime()
                .commands()
                .send(
                        CommandEnvelope.of(command, new Actor("anna", Set.of()))
                                .effective(effectiveAt));
    }

    private static void write(Node node, String letter, Instant effectiveAt) {
        send(node, new WriteLetter(new LetterId(letter), "ben", "hello"), effectiveAt);
    }

    private static void mark(Node node, String letter, String mark, Instant effectiveAt) {
        send(node, new MarkLetter(new LetterId(letter), mark), effectiveAt);
    }

    /** What was marked by the deadline, in order. */
    private static List<StoredEvent> fired(Node node) {
        return node.runtime().log().page(0, 10_000).stream()
                .filter(event -> event.metadata().getOrDefault("actor", "").startsWith("policy:"))
                .toList();
    }

    private static void eventuallyFired(Node node, int often) {
        eventually(often + " are fired", () -> fired(node).size() >= often);
    }

    private static MongoCollection<Document> stuck(Node node) {
        return node.runtime().database().getCollection("stuck_deadlines");
    }

    @Test
    void a_row_fires_once_it_is_due_effective_at_that_very_instant() {
        try (Node node = start()) {
            write(node, "a", WRITTEN);
            write(node, "b", WRITTEN.plus(DAY));
            clock.set(DUE);
            eventuallyFired(node, 1);
            StoredEvent marked = fired(node).getFirst();
            assertThat(marked.tags()).contains("letter=a");
            assertThat(marked.effectiveAt()).isEqualTo(DUE);
            assertThat(marked.recordedAt()).isEqualTo(DUE);
            assertThat(marked.metadata()).containsEntry("actor", "policy:" + reminder.name());
            clock.set(DUE.plus(DAY));
            eventuallyFired(node, 2);
            assertThat(fired(node)).hasSize(2);
            assertThat(fired(node).getLast().tags()).contains("letter=b");
        }
    }

    @Test
    void after_an_outage_it_fires_late_and_says_when_it_was_due() {
        try (Node node = start()) {
            write(node, "a", WRITTEN);
        }
        Instant back = DUE.plus(DAY).plus(DAY);
        clock.set(back);
        try (Node node = start()) {
            eventuallyFired(node, 1);
            assertThat(fired(node).getFirst().effectiveAt()).isEqualTo(DUE);
            assertThat(fired(node).getFirst().recordedAt()).isEqualTo(back);
        }
    }

    @Test
    void a_row_that_was_extended_or_is_done_does_not_fire_at_the_old_instant() {
        try (Node node = start()) {
            write(node, "a", WRITTEN);
            write(node, "b", WRITTEN);
            clock.set(WRITTEN.plus(DAY).plus(DAY));
            mark(node, "a", EXTENDED, clock.instant());
            mark(node, "b", ANSWERED, clock.instant());
            clock.set(DUE.plus(WEEK));
            eventuallyFired(node, 1);
            assertThat(fired(node)).hasSize(1);
            assertThat(fired(node).getFirst().tags()).contains("letter=a");
            assertThat(fired(node).getFirst().effectiveAt())
                    .isEqualTo(WRITTEN.plus(DAY).plus(DAY).plus(WEEK));
        }
    }

    @Test
    void an_answer_that_is_dated_ahead_of_the_due_instant_does_not_help() {
        try (Node node = start()) {
            write(node, "a", WRITTEN);
            LetterId letter = new LetterId("a");
            node.facts().happens(new LetterMarked(letter, ANSWERED), letter, DUE.plus(DAY));
            clock.set(DUE);
            eventuallyFired(node, 1);
            assertThat(fired(node).getFirst().effectiveAt()).isEqualTo(DUE);
        }
    }

    @Test
    void a_rebuild_and_a_new_start_fire_nothing_again() {
        try (Node node = start()) {
            write(node, "a", WRITTEN);
            write(node, "b", WRITTEN.plus(DAY));
            clock.set(DUE);
            eventuallyFired(node, 1);
        }
        try (Node node = start()) {
            node.runtime()
                    .database()
                    .getCollection("views")
                    .updateOne(Filters.eq("_id", "unanswered"), Updates.set("wanted", true));
            eventually("it is built anew", () -> numberOf(node) == 2);
            clock.set(DUE.plus(DAY));
            eventuallyFired(node, 2);
            assertThat(fired(node)).hasSize(2);
            assertThat(stuck(node).countDocuments()).isZero();
        }
    }

    private static long numberOf(Node node) {
        Document view =
                node.runtime()
                        .database()
                        .getCollection("views")
                        .find(Filters.eq("_id", "unanswered"))
                        .first();
        return view == null ? 0 : view.getInteger("number", 0);
    }

    @Test
    void nothing_fires_from_a_view_that_is_not_built_or_has_not_seen_all() {
        try (Node node = start()) {
            write(node, "a", WRITTEN);
            node.facts().areSeen();
            node.runtime()
                    .database()
                    .getCollection("views")
                    .updateOne(Filters.eq("_id", "unanswered"), Updates.set("shape", "another"));
        }
        clock.set(DUE);
        CountDownLatch gate = new CountDownLatch(1);
        Service slow =
                LetterService.page()
                        .view(new Unanswered(() -> await(gate)))
                        .deadline(reminder)
                        .build();
        try (Node node = Node.start(store, folder, slow, clock)) {
            LetterId letter = new LetterId("a");
            node.facts().happens(new LetterMarked(letter, EXTENDED), letter, DUE.minus(DAY));
            gate.countDown();
            node.facts().areSeen();
            clock.set(DUE.plus(WEEK));
            eventuallyFired(node, 1);
            assertThat(fired(node).getFirst().effectiveAt()).isEqualTo(DUE.minus(DAY).plus(WEEK));
            assertThat(fired(node)).hasSize(1);
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void of_two_processes_one_fires_and_the_other_goes_on_when_it_stops() {
        Node first = start();
        try (Node second = start()) {
            write(first, "a", WRITTEN);
            write(second, "b", WRITTEN.plus(DAY));
            clock.set(DUE);
            eventuallyFired(second, 1);
            first.close();
            clock.set(DUE.plus(DAY));
            eventuallyFired(second, 2);
            assertThat(fired(second)).hasSize(2);
            assertThat(fired(second)).extracting(StoredEvent::effectiveAt).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_was_sent_for_an_instant_is_never_sent_otherwise_even_if_nobody_remembers() {
        reminder.mark = "noted";
        try (Node node = start()) {
            write(node, "a", WRITTEN);
            clock.set(DUE);
            eventually("it is still due", () -> stuck(node).countDocuments() == 1);
            stuck(node).deleteMany(Filters.empty());
        }
        reminder.mark = "noted otherwise";
        try (Node node = start()) {
            eventually("it is still due", () -> stuck(node).countDocuments() == 1);
            assertThat(fired(node)).hasSize(1);
        }
    }

    @Test
    void a_row_that_its_command_does_not_help_is_in_sight_and_goes_when_it_is_not_due_any_more() {
        reminder.mark = "noted";
        try (Node node = start()) {
            write(node, "a", WRITTEN);
            write(node, "b", WRITTEN.plus(DAY));
            clock.set(DUE);
            eventually("it is still due", () -> stuck(node).countDocuments() == 1);
            assertThat(stuck(node).find().first()).containsEntry("why", "STILL_DUE");
            clock.set(DUE.plus(DAY));
            eventually("both are still due", () -> stuck(node).countDocuments() == 2);
            assertThat(reminder.asked).as("neither is asked for again").hasValue(2);
            mark(node, "a", ANSWERED, DUE);
            mark(node, "b", ANSWERED, DUE);
            eventually("nothing is stuck", () -> stuck(node).countDocuments() == 0);
            assertThat(fired(node)).hasSize(2);
        }
    }

    @Test
    void what_a_rule_refuses_is_in_sight_until_an_operator_has_it_tried_again() {
        reminder.mark = LetterService.FORBIDDEN;
        try (TestIssuer issuer = TestIssuer.start();
                LettersHost host = LettersHost.start(store, issuer, folder, service())) {
            LetterId letter = new LetterId("a");
            host.runtime()
                    .commands()
                    .send(
                            CommandEnvelope.of(
                                            new WriteLetter(letter, "ben", "hello"),
                                            new Actor("anna", Set.of()))
                                    .effective(WRITTEN));
            eventually("it is in sight", () -> !deadlines(host).isEmpty());
            var shown = deadlines(host).get(0);
            assertThat(shown.path("deadline").stringValue()).isEqualTo(reminder.name());
            assertThat(shown.path("key").stringValue()).isEqualTo("a");
            assertThat(shown.path("dueAt").stringValue()).isEqualTo(DUE.toString());
            assertThat(shown.path("why").stringValue()).isEqualTo("OUT_OF_SCOPE/S1");
            reminder.mark = OVERDUE;
            String id = shown.path("id").stringValue();
            var answer = host.post("otto", Actor.OPERATOR, "/letters/parked/replay", "id", id);
            assertThat(answer.json().path("wanted").intValue()).isEqualTo(1);
            eventually("it is marked", () -> host.runtime().log().head() == 2);
            eventually("nothing is in sight", () -> deadlines(host).isEmpty());
            assertThat(host.runtime().log().page(1, 1).getFirst().effectiveAt()).isEqualTo(DUE);
        }
    }

    private static JsonNode deadlines(LettersHost host) {
        return host.get("otto", Actor.OPERATOR, "/letters/parked").json().path("deadlines");
    }

    @Test
    void more_than_a_page_of_rows_is_due_at_once() {
        try (Node node = start()) {
            for (int i = 0; i < 510; i++) write(node, "l" + i, WRITTEN);
            clock.set(DUE);
            eventuallyFired(node, 510);
            assertThat(fired(node)).hasSize(510);
            assertThat(fired(node)).extracting(StoredEvent::tags).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_deadline_on_a_view_that_does_not_say_what_is_due_does_not_start() {
        Service without = LetterService.page().deadline(reminder).build();
        assertThatThrownBy(() -> Node.start(store, folder, without, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Unanswered");
    }
}
