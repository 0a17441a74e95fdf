package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.letters.AddressBook;
import org.zhengyou.kit.projection.letters.LetterBoard;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.runtime.Looking;
import org.zhengyou.kit.view.View;

class LiveViewsTest {
    private static final Service LETTERS = LetterService.page().build();
    private static final LetterId LETTER = new LetterId("one");

    @TempDir Path folder = Path.of("");
    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void live_rows_equal_rows_rebuilt_from_zero() {
        try (Node node = Node.start(store, folder, LETTERS)) {
            for (int seed = 0; seed < 5; seed++) new RandomLetters(seed).happen(node.facts(), 200);
            node.facts().areSeen();
            assertEqual(node, new LetterBoard());
            assertEqual(node, new AddressBook());
        }
    }

    private static <R extends Record> void assertEqual(Node node, View<R, ?> view) {
        @SuppressWarnings("unchecked") // getClass of a View<R, ?>
        var type = (Class<? extends View<R, ?>>) view.getClass();
        Map<String, R> rebuilt = node.facts().rebuilt(view, fact -> true);
        assertThat(rebuilt).isNotEmpty();
        rebuilt.forEach((key, row) -> assertThat(node.part().look(type, key)).isEqualTo(row));
    }

    @Test
    void rows_looked_up_together_count_for_the_basis_like_those_looked_up_alone() {
        try (Node node = Node.start(store, folder, LETTERS)) {
            new RandomLetters(7).happen(node.facts(), 200);
            node.facts().areSeen();
            var known = node.facts().rebuilt(new LetterBoard(), fact -> true);
            Looking together = node.part().looking(Basis.NOTHING);
            assertThat(together.lookAll(LetterBoard.class, known.keySet())).isEqualTo(known);
            Looking alone = node.part().looking(Basis.NOTHING);
            known.keySet().forEach(key -> alone.look(LetterBoard.class, key));
            assertThat(together.met()).isEqualTo(alone.met()).isNotEqualTo(Basis.NOTHING);
            assertThat(node.part().lookAll(LetterBoard.class, known.keySet())).isEqualTo(known);
        }
    }

    /** As after kill -9 between the two: rows and token were written, their position was not. */
    @Test
    void what_views_contain_they_are_known_to_contain_though_the_process_ended_before_it_said_so() {
        long position;
        try (Node node = Node.start(store, folder, LETTERS)) {
            new RandomLetters(3).happen(node.facts(), 20);
            node.facts().areSeen();
            position = node.runtime().log().head();
        }
        try (MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase(LETTERS.name())
                    .getCollection("view_positions")
                    .updateOne(Filters.eq("_id", "log"), Updates.set("position", position - 1));
        }
        try (Node node = Node.start(store, folder, LETTERS)) {
            Duration patience = Duration.ofSeconds(10);
            assertThat(node.part().await(LETTERS.name(), position, patience)).isTrue();
        }
    }

    @Test
    void what_nobody_has_heard_of_is_the_empty_row() {
        try (Node node = Node.start(store, folder, LETTERS)) {
            assertThat(node.part().look(LetterBoard.class, "none"))
                    .isEqualTo(new LetterBoard().empty("none"));
        }
    }

    @Test
    void a_position_that_was_awaited_is_in_the_rows() {
        try (Node node = Node.start(store, folder, LETTERS)) {
            for (int i = 0; i < 100; i++) {
                var mark = new LetterMarked(LETTER, "mark " + i);
                long position = node.facts().happens(mark, LETTER, RandomLetters.FIRST);
                assertThat(node.part().await("letters", position, Duration.ofSeconds(5))).isTrue();
                assertThat(node.part().look(LetterBoard.class, "one").marks().keys())
                        .contains("mark " + i);
            }
        }
    }

    @Test
    void a_position_that_never_comes_is_not_awaited_for_ever() {
        try (Node node = Node.start(store, folder, LETTERS)) {
            assertThat(node.part().await("letters", 1, Duration.ofMillis(50))).isFalse();
            assertThat(node.part().await("people", 1, Duration.ofMillis(50))).isFalse();
        }
    }

    @Test
    void a_service_started_again_goes_on_where_it_was() {
        try (Node node = Node.start(store, folder, LETTERS)) {
            new RandomLetters(1).happen(node.facts(), 100);
            node.facts().areSeen();
        }
        try (Node node = Node.start(store, folder, LETTERS)) {
            new RandomLetters(2).happen(node.facts(), 100);
            node.facts().areSeen();
            assertEqual(node, new LetterBoard());
        }
    }

    @Test
    void of_two_processes_one_works_and_both_see_the_same() {
        try (Node one = Node.start(store, folder, LETTERS);
                Node other = Node.start(store, folder, LETTERS)) {
            var written = new LetterWritten(LETTER, "p1", "hello");
            long position = other.facts().happens(written, LETTER, RandomLetters.FIRST);
            assertThat(other.part().await("letters", position, Duration.ofSeconds(5))).isTrue();
            assertThat(other.part().look(LetterBoard.class, "one").text().last()).contains("hello");
            assertThat(one.part().await("letters", position, Duration.ofSeconds(5))).isTrue();
            assertThat(one.part().look(LetterBoard.class, "one").text().last()).contains("hello");
        }
    }

    @Test
    void another_process_takes_over_when_the_first_one_stops() {
        Node first = Node.start(store, folder, LETTERS);
        try (Node second = Node.start(store, folder, LETTERS)) {
            new RandomLetters(3).happen(first.facts(), 100);
            first.facts().areSeen();
            first.close();
            new RandomLetters(4).happen(second.facts(), 100);
            second.facts().areSeen();
            assertEqual(second, new LetterBoard());
            assertEqual(second, new AddressBook());
            eventually("the second one works", () -> second.part().isWorking());
        }
    }
}
