package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.policy.Policy;
import org.zhengyou.kit.projection.letters.LetterCommand.MarkLetter;
import org.zhengyou.kit.projection.letters.LetterCommand.WriteLetter;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.projection.letters.PersonMoved;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.log.StoredEvent;

class PolicyTest {
    private static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");

    @TempDir Path folder = Path.of("");
    private final Greeting greeting = new Greeting();
    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** When a letter is written, mark it; when somebody moves, write to them. */
    private static final class Greeting implements Policy {
        private final Set<String> poison = ConcurrentHashMap.newKeySet();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public String name() {
            return "when-a-letter-is-written-then-mark-it";
        }

        @Override
        public Optional<?> on(Fact<?> fact) {
            return switch (fact.event()) {
                case LetterWritten e -> {
                    asked.incrementAndGet();
                    if (poison.contains(e.text())) throw new IllegalStateException("poisoned");
                    yield Optional.of(new MarkLetter(e.letter(), "new"));
                }
                case PersonMoved e ->
                        Optional.of(
                                new WriteLetter(
                                        new LetterId("to-" + e.person()), e.person(), "welcome"));
                default -> Optional.empty();
            };
        }
    }

    private Node start() {
        Service service = LetterService.page().policy(greeting).build();
        return Node.start(store, folder, service);
    }

    private static void write(Node node, String letter, String text) {
        node.runtime()
                .commands()
                .send(
                        CommandEnvelope.of(
                                        new WriteLetter(new LetterId(letter), "ben", text),
                                        new Actor("anna", Set.of()))
                                .effective(THEN)
                                .becauseOf("talk-7", null));
    }

    private static List<StoredEvent> events(Node node, String type) {
        return node.runtime().log().page(0, 10_000).stream()
                .filter(event -> event.type().equals("letters." + type))
                .toList();
    }

    private static void eventuallyMarked(Node node, int letters) {
        eventually(
                letters + " letters are marked",
                () -> events(node, "LetterMarked").size() >= letters);
    }

    @Test
    void a_policy_sends_its_command_effective_when_the_fact_is_and_says_why() {
        try (Node node = start()) {
            write(node, "a", "hello");
            eventuallyMarked(node, 1);
            StoredEvent written = events(node, "LetterWritten").getFirst();
            StoredEvent marked = events(node, "LetterMarked").getFirst();
            assertThat(marked.effectiveAt()).isEqualTo(THEN);
            assertThat(marked.metadata())
                    .containsEntry("actor", "policy:" + greeting.name())
                    .containsEntry("causation", written.id())
                    .containsEntry("correlation", "talk-7");
        }
    }

    @Test
    void a_foreign_fact_sets_a_policy_off_too() {
        try (Node node = start()) {
            node.facts().learns("people", 1, new PersonMoved("eva", "hall 3"), "eva", THEN, THEN);
            eventuallyMarked(node, 1);
            assertThat(events(node, "LetterWritten").getFirst().metadata())
                    .containsEntry("causation", "people-1");
        }
    }

    @Test
    void twice_is_once() {
        try (Node node = start()) {
            for (int i = 0; i < 30; i++) write(node, "l" + i, "hello");
            eventuallyMarked(node, 30);
        }
        int askedOnce = greeting.asked.get();
        startAllPoliciesAnew();
        try (Node node = start()) {
            write(node, "last", "hello");
            eventuallyMarked(node, 31);
            eventually("all were asked again", () -> greeting.asked.get() > askedOnce + 30);
            assertThat(events(node, "LetterMarked")).hasSize(31);
        }
    }

    /** As after a crash before the token was stored, only much more of it. */
    private void startAllPoliciesAnew() {
        try (var client = com.mongodb.client.MongoClients.create(store.uri())) {
            client.getDatabase(LetterService.NAME)
                    .getCollection("tokens")
                    .updateMany(
                            Filters.regex("_id", "policies"), Updates.set("token.position", 0L));
        }
    }

    @Test
    void a_refusal_is_the_end_of_it() {
        Policy refused =
                new Policy() {
                    @Override
                    public String name() {
                        return "when-a-letter-is-written-then-be-refused";
                    }

                    @Override
                    public Optional<?> on(Fact<?> fact) {
                        return fact.event() instanceof LetterWritten e
                                ? Optional.of(new MarkLetter(e.letter(), LetterService.FORBIDDEN))
                                : Optional.empty();
                    }
                };
        Service service = LetterService.page().policy(refused).policy(greeting).build();
        try (Node node = Node.start(store, folder, service)) {
            write(node, "a", "hello");
            eventuallyMarked(node, 1);
            assertThat(node.runtime().database().getCollection("parked").countDocuments()).isZero();
        }
    }

    @Test
    void a_failing_policy_is_parked_with_the_entity_and_goes_on_with_others() {
        greeting.poison.add("poison");
        try (Node node = start()) {
            write(node, "a", "poison");
            write(node, "b", "hello");
            eventuallyMarked(node, 1);
            var parked = node.runtime().database().getCollection("parked");
            eventually("one is parked", () -> parked.countDocuments() == 1);
            assertThat(events(node, "LetterMarked").getFirst().tags()).contains("letter=b");
            greeting.poison.clear();
            parked.updateMany(Filters.empty(), Updates.set("wanted", true));
            eventuallyMarked(node, 2);
            eventually("nothing is parked", () -> parked.countDocuments() == 0);
        }
    }

    @Test
    void what_cannot_be_decided_while_a_table_is_being_built_is_decided_later_and_not_parked() {
        RebuildTest.Slow slow = new RebuildTest.Slow();
        Service service = LetterService.page().policy(greeting).view(slow).build();
        try (Node node = Node.start(store, folder, service)) {
            LetterId letter = new LetterId("a");
            node.facts().happens(new LetterMarked(letter, "first"), letter, THEN);
            node.facts().areSeen();
            node.runtime()
                    .database()
                    .getCollection("views")
                    .updateMany(
                            Filters.in("_id", "slow", "address-book"),
                            Updates.set("shape", "another"));
        }
        slow.close();
        try (Node node = Node.start(store, folder, service)) {
            write(node, "b", "hello");
            eventually("it was tried again and again", () -> greeting.asked.get() > 6);
            assertThat(node.runtime().database().getCollection("parked").countDocuments()).isZero();
            slow.open();
            eventuallyMarked(node, 2);
        }
    }
}
