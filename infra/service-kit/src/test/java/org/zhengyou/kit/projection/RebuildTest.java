package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.projection.Eventually.eventually;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.letters.LetterBoard;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.View;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

class RebuildTest {
    @TempDir Path folder = Path.of("");
    private final Slow slow = new Slow();
    private TestStore store;
    private TestIssuer issuer;

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
    }

    @AfterEach
    void stop() {
        slow.gate.countDown();
        issuer.close();
        store.close();
    }

    private LettersHost start(Service service) {
        return LettersHost.start(store, issuer, folder, service);
    }

    private static JsonNode view(LettersHost host, String name) {
        JsonNode all = host.get("otto", Actor.OPERATOR, "/letters/views").json();
        for (JsonNode view : all.path("views"))
            if (view.path("view").stringValue().equals(name)) return view;
        throw new AssertionError("no view " + name + " in " + all);
    }

    private static void mark(LettersHost host, String letter, String mark) {
        LetterId id = new LetterId(letter);
        host.facts().happens(new LetterMarked(id, mark), id, RandomLetters.FIRST);
    }

    private static LivePart part(LettersHost host) {
        return (LivePart) host.runtime().parts().getFirst();
    }

    /** Counts marks by letter; folds with a closed gate wait, but only those of a rebuild. */
    static final class Slow extends View<Slow.Row, Slow.Shown> {
        private final CountDownLatch gate = new CountDownLatch(1);
        private volatile boolean closed;

        record Row(Firsts<String> marks) {}

        record Shown(Set<String> marks) {}

        /** From now on a fold of the first mark waits. */
        void close() {
            closed = true;
        }

        /** Lets all folds go on. */
        void open() {
            gate.countDown();
        }

        /** The view; its rows are empty. */
        Slow() {
            super("slow", Row.class, Shown.class, key -> new Row(Firsts.empty()));
        }

        @Override
        public void on(Fact<?> fact, Documents<Row> rows) {
            if (!(fact.event() instanceof LetterMarked e)) return;
            if (closed && e.mark().equals("first")) await();
            rows.update(
                    e.letter().value(), row -> new Row(row.marks().with(e.mark(), fact.order())));
        }

        @Override
        public Shown answer(String key, Row row, Instant asOf) {
            return new Shown(row.marks().keys());
        }

        private void await() {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void a_view_that_is_built_anew_equals_the_old_one() {
        try (LettersHost host = start(LetterService.page().build())) {
            new RandomLetters(5).happen(host.facts(), 300);
            host.facts().areSeen();
            Map<String, LetterBoard.Row> before =
                    host.facts().rebuilt(new LetterBoard(), fact -> true);
            int asked =
                    host.post("otto", Actor.OPERATOR, "/letters/views/letter-board/rebuild")
                            .status();
            assertThat(asked).isEqualTo(200);
            eventually(
                    "the new table answers",
                    () -> view(host, "letter-board").path("table").stringValue().endsWith("_2"));
            before.forEach(
                    (key, row) ->
                            assertThat(part(host).look(LetterBoard.class, key)).isEqualTo(row));
            assertThat(view(host, "letter-board").path("wanted").booleanValue()).isFalse();
        }
    }

    @Test
    void new_facts_during_a_rebuild_are_in_the_new_table() {
        try (LettersHost host = start(LetterService.page().build())) {
            new RandomLetters(6).happen(host.facts(), 200);
            host.facts().areSeen();
            host.post("otto", Actor.OPERATOR, "/letters/views/letter-board/rebuild");
            for (int seed = 100;
                    !view(host, "letter-board").path("table").stringValue().endsWith("_2");
                    seed++) new RandomLetters(seed).happen(host.facts(), 20);
            host.facts().areSeen();
            host.facts()
                    .rebuilt(new LetterBoard(), fact -> true)
                    .forEach(
                            (key, row) ->
                                    assertThat(part(host).look(LetterBoard.class, key))
                                            .isEqualTo(row));
        }
    }

    @Test
    void a_view_of_another_shape_is_built_anew_and_nobody_answers_from_it_until_then() {
        try (LettersHost host = start(LetterService.page().view(slow).build())) {
            mark(host, "a", "first");
            host.facts().areSeen();
            replaceShape(host, "another");
        }
        slow.closed = true;
        try (LettersHost host = start(LetterService.page().view(slow).build())) {
            assertThat(view(host, "slow").path("live").booleanValue()).isFalse();
            assertThat(host.get("anna", Actor.AUDITOR, "/letters/slow").status()).isEqualTo(503);
            assertThatThrownBy(() -> part(host).look(Slow.class, "a"))
                    .hasMessageContaining("is being built");
            slow.gate.countDown();
            eventually("it is live", () -> view(host, "slow").path("live").booleanValue());
            assertThat(part(host).look(Slow.class, "a").marks().keys()).containsExactly("first");
            assertThat(view(host, "slow").path("table").stringValue()).isEqualTo("slow_2");
        }
    }

    private static void replaceShape(LettersHost host, String shape) {
        host.runtime()
                .database()
                .getCollection("views")
                .updateOne(
                        new Document("_id", "slow"),
                        new Document("$set", new Document("shape", shape)));
    }

    @Test
    void a_view_that_was_added_later_is_built_from_the_beginning() {
        try (LettersHost host = start(LetterService.page().build())) {
            mark(host, "a", "first");
            mark(host, "b", "second");
            host.facts().areSeen();
        }
        try (LettersHost host = start(LetterService.page().view(slow).build())) {
            eventually("it is live", () -> view(host, "slow").path("live").booleanValue());
            assertThat(part(host).look(Slow.class, "a").marks().keys()).containsExactly("first");
            mark(host, "a", "third");
            host.facts().areSeen();
            assertThat(part(host).look(Slow.class, "a").marks().keys())
                    .containsExactly("first", "third");
        }
    }

    @Test
    void the_old_table_answers_while_the_new_one_is_built() {
        try (LettersHost host = start(LetterService.page().view(slow).build())) {
            mark(host, "a", "first");
            host.facts().areSeen();
            slow.closed = true;
            host.post("otto", Actor.OPERATOR, "/letters/views/slow/rebuild");
            mark(host, "a", "second");
            host.facts().areSeen();
            assertThat(part(host).look(Slow.class, "a").marks().keys())
                    .containsExactly("first", "second");
            assertThat(view(host, "slow").path("table").stringValue()).isEqualTo("slow_1");
            slow.gate.countDown();
            eventually(
                    "the new table answers",
                    () -> view(host, "slow").path("table").stringValue().equals("slow_2"));
            host.facts().areSeen();
            assertThat(part(host).look(Slow.class, "a").marks().keys())
                    .containsExactly("first", "second");
        }
    }

    @Test
    void only_operators_build_views_anew_and_only_those_there_are() {
        try (LettersHost host = start(LetterService.page().build())) {
            String path = "/letters/views/letter-board/rebuild";
            assertThat(host.post("anna", Actor.AUDITOR, path).status()).isEqualTo(403);
            assertThat(host.get("ben", "NONE", "/letters/views").status()).isEqualTo(403);
            String other = "/letters/views/nothing/rebuild";
            assertThat(host.post("otto", Actor.OPERATOR, other).status()).isEqualTo(404);
        }
    }
}
