package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** A version with another row shape starts while the one before works: neither stops the other. */
class SideBySideTest {
    @TempDir Path folder = Path.of("");
    private final RebuildTest.Slow before = new RebuildTest.Slow();
    private final Changed changed = new Changed();
    private final List<Node> nodes = new ArrayList<>();
    private TestStore store;
    private Node old;

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        old = start(before);
        mark(old, "first");
        old.facts().areSeen();
        eventually("others know where its rows are", this::isAnnounced);
    }

    /** What a process builds apart, it builds up to what the working one has written down. */
    private boolean isAnnounced() {
        Document log =
                old.runtime()
                        .database()
                        .getCollection("view_positions")
                        .find(Filters.eq("_id", "log"))
                        .first();
        return log != null && log.getLong("position") >= old.runtime().log().head();
    }

    @AfterEach
    void stop() {
        changed.gate.countDown();
        nodes.reversed().forEach(Node::close);
        store.close();
    }

    private Node start(View<?, ?> view) {
        Service service = LetterService.page().view(view).build();
        Node node = Node.start(store, folder, service);
        nodes.add(node);
        return node;
    }

    private static long mark(Node node, String mark) {
        LetterId id = new LetterId("a");
        return node.facts().happens(new LetterMarked(id, mark), id, RandomLetters.FIRST);
    }

    private static void close(Node node, List<Node> nodes) {
        nodes.remove(node);
        node.close();
    }

    /** The view of the same name, as another version has it; waits at its gate. */
    static final class Changed extends View<Changed.Row, Changed.Shown> {
        private final CountDownLatch gate = new CountDownLatch(1);

        record Row(Timeline<String> said) {}

        record Shown(Set<String> said) {}

        Changed() {
            super("slow", Row.class, Shown.class, key -> new Row(Timeline.empty()));
        }

        @Override
        public void on(Fact<?> fact, Documents<Row> rows) {
            if (!(fact.event() instanceof LetterMarked e)) return;
            try {
                gate.await();
            } catch (InterruptedException e1) {
                Thread.currentThread().interrupt();
            }
            rows.update(
                    e.letter().value(), row -> new Row(row.said().with(fact.order(), e.mark())));
        }

        @Override
        public Shown answer(String key, Row row, Instant asOf) {
            return new Shown(row.said().values());
        }
    }

    private Set<String> oldMarks(long position) {
        assertThat(old.part().await("letters", position, Duration.ofSeconds(20))).isTrue();
        return old.part().look(RebuildTest.Slow.class, "a").marks().keys();
    }

    private static Set<String> newMarks(Node node, long position) {
        assertThat(node.part().await("letters", position, Duration.ofSeconds(20))).isTrue();
        return node.part().look(Changed.class, "a").said().values();
    }

    @Test
    void a_new_version_is_ready_when_it_has_built_its_own_table_and_the_old_one_goes_on() {
        Node next = start(changed);
        assertThat(next.part().isReady()).isFalse();
        assertThat(oldMarks(mark(old, "second"))).containsExactly("first", "second");
        assertThat(next.part().isReady()).isFalse();
        changed.gate.countDown();
        eventually("the new version is ready", () -> next.part().isReady());
        long position = mark(next, "third");
        assertThat(newMarks(next, position)).containsExactly("first", "second", "third");
        assertThat(oldMarks(position)).containsExactly("first", "second", "third");
        assertThat(old.part().isReady()).isTrue();
        assertThat(old.part().isWorking()).isTrue();
        assertThat(next.part().isWorking()).isFalse();
    }

    @Test
    void it_takes_over_without_having_been_unavailable_for_a_moment() {
        changed.gate.countDown();
        Node next = start(changed);
        eventually("the new version is ready", () -> next.part().isReady());
        long first = mark(old, "second");
        close(old, nodes);
        eventually(
                "it works for the service",
                () -> {
                    assertThat(newMarks(next, first)).containsExactly("first", "second");
                    return next.part().isWorking();
                });
        assertThat(newMarks(next, mark(next, "third"))).contains("third");
        eventually(
                "the catalog has its table",
                () ->
                        next
                                .runtime()
                                .database()
                                .getCollection("views")
                                .find()
                                .into(new ArrayList<>())
                                .stream()
                                .anyMatch(view -> view.getInteger("number", 0) > 1_000_000));
        assertThat(newMarks(next, mark(next, "fourth")))
                .containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void the_old_version_returns_and_builds_what_it_needs() {
        changed.gate.countDown();
        Node next = start(changed);
        eventually("the new version is ready", () -> next.part().isReady());
        close(old, nodes);
        long position = mark(next, "second");
        assertThat(newMarks(next, position)).contains("second");
        old = start(before);
        eventually("the old version is ready", () -> old.part().isReady());
        assertThat(oldMarks(position)).containsExactly("first", "second");
        assertThat(newMarks(next, mark(old, "third"))).contains("third");
    }
}
