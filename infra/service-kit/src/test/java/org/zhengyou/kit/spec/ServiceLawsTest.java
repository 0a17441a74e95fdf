package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/** Each law finds the error that it is there for. */
class ServiceLawsTest {
    private record Said(String id, String text) {}

    private record Row(Timeline<String> text, Instant latest, int count) {}

    private record Answer(String text) {}

    /** A view that is right unless something is seeded. */
    private static final class Board extends View<Row, Answer> {
        private BinaryOperator<Instant> latest = (known, now) -> known;
        private int counted = 0;
        private String behind = "";
        private Function<Row, Audience> audience = row -> Audience.headsOf(row.text());
        private Function<Row, Index> index = row -> Index.on("text", row.text());

        Board() {
            super(
                    "board",
                    Row.class,
                    Answer.class,
                    key -> new Row(Timeline.empty(), Instant.EPOCH, 0));
        }

        @Override
        public void on(Fact<?> fact, Documents<Row> rows) {
            if (fact.event() instanceof Said e)
                rows.update(
                        e.id() + behind,
                        row ->
                                new Row(
                                        row.text().with(fact.order(), e.text()),
                                        latest.apply(row.latest(), fact.effectiveAt()),
                                        row.count() + counted));
        }

        @Override
        public Audience audience(Row row) {
            return audience.apply(row);
        }

        @Override
        public Index index(Row row) {
            return index.apply(row);
        }

        @Override
        public Answer answer(String key, Row row, Instant asOf) {
            return new Answer(row.text().at(asOf).orElse(""));
        }
    }

    private static List<Fact<?>> facts(int many) {
        Object[] events = new Object[many];
        for (int i = 0; i < many; i++) events[i] = new Said("one", "text " + i);
        return ViewLaws.facts("letters", "2010-06-01", events);
    }

    private static void check(Board board) {
        ServiceLaws.obeys(board, facts(8), 1);
    }

    @Test
    void a_view_that_is_right_obeys() {
        Board board = new Board();
        board.index = row -> Index.on("text", Values.of(row.text()).and(Values.of("")));
        check(board);
    }

    @Test
    void a_view_that_counts_by_adding_is_found() {
        Board board = new Board();
        board.counted = 1;
        assertThatThrownBy(() -> check(board)).hasMessageContaining("shuffled");
    }

    @Test
    void what_depends_on_a_fact_and_cannot_be_cut_is_found() {
        Board board = new Board();
        board.latest = (known, now) -> known.isAfter(now) ? known : now;
        assertThatThrownBy(() -> check(board)).hasMessageContaining("row one of board");
    }

    @Test
    void an_audience_that_forgets_who_it_once_was_is_found() {
        Board board = new Board();
        board.audience = row -> Audience.headsOf(row.text().last().orElse(""));
        assertThatThrownBy(() -> check(board)).hasMessageContaining("audience of row");
    }

    @Test
    void an_index_without_a_value_that_was_answered_is_found() {
        Board board = new Board();
        board.index = row -> Index.on("text", row.text().last().orElse(""));
        assertThatThrownBy(() -> check(board)).hasMessageContaining("index text");
    }

    @Test
    void an_index_of_no_field_of_the_answer_is_found() {
        Board board = new Board();
        board.index = row -> Index.on("colour", row.text());
        assertThatThrownBy(() -> check(board)).hasMessageContaining("has no colour");
    }

    @Test
    void a_view_that_is_served_without_an_index_is_found() {
        Board board = new Board();
        Service service = Service.named("letters").view(board).build();
        assertThat(ServiceLaws.unindexed(service)).isEmpty();
        board.index = row -> Index.NONE;
        assertThat(ServiceLaws.unindexed(service)).containsExactly("board");
    }

    private record Pending(@Nullable Instant dueAt) {}

    /** A view of what is due, which may forget to index it, or ask the clock. */
    private static final class Due extends View<Row, Pending> {
        private boolean indexes = true;
        private Instant given = Instant.EPOCH;

        Due() {
            super(
                    "due",
                    Row.class,
                    Pending.class,
                    key -> new Row(Timeline.empty(), Instant.EPOCH, 0));
        }

        @Override
        public void on(Fact<?> fact, Documents<Row> rows) {
            if (fact.event() instanceof Said e)
                rows.update(
                        e.id(),
                        row -> new Row(row.text().with(fact.order(), e.text()), row.latest(), 0));
        }

        @Override
        public Index index(Row row) {
            return indexes ? Index.on(Deadline.DUE_AT, Instant.EPOCH) : Index.NONE;
        }

        @Override
        public Pending answer(String key, Row row, Instant asOf) {
            return new Pending(asOf.isBefore(given) ? null : Instant.EPOCH);
        }
    }

    private static final class Reminder implements Deadline<Pending> {
        @Override
        public String name() {
            return "when-due-then-remind";
        }

        @Override
        public Class<Due> view() {
            return Due.class;
        }

        @Override
        public Object command(String key, Pending due) {
            return key;
        }
    }

    @Test
    void a_deadline_whose_view_does_not_index_what_is_due_is_found() {
        Due due = new Due();
        Service service = Service.named("letters").view(due).deadline(new Reminder()).build();
        assertThat(ServiceLaws.withoutDue(service)).isEmpty();
        due.indexes = false;
        assertThat(ServiceLaws.withoutDue(service)).containsExactly("when-due-then-remind");
        Service without = Service.named("letters").deadline(new Reminder()).build();
        assertThat(ServiceLaws.withoutDue(without)).containsExactly("when-due-then-remind");
    }

    @Test
    void a_row_that_becomes_due_by_the_clock_is_found() {
        Due due = new Due();
        ServiceLaws.isDueByFacts(due, facts(3));
        due.given = Instant.parse("2050-01-01T00:00:00Z");
        assertThatThrownBy(() -> ServiceLaws.isDueByFacts(due, facts(3)))
                .hasMessageContaining("when row one of due is due");
    }

    @Test
    void a_key_that_cannot_stand_in_an_address_is_found() {
        Board board = new Board();
        ServiceLaws.isAddressed(board, facts(3));
        for (String behind : List.of("/two", " two", "%", "二")) {
            board.behind = behind;
            assertThatThrownBy(() -> ServiceLaws.isAddressed(board, facts(3)))
                    .hasMessageContaining("keys of board");
        }
    }

    @Test
    void a_row_that_grows_with_every_fact_is_found() {
        assertThat(ServiceLaws.largest(new Board(), facts(100)))
                .isLessThan(ServiceLaws.LARGEST_ROW);
        assertThat(ServiceLaws.largest(new Board(), facts(2_000)))
                .isGreaterThan(ServiceLaws.LARGEST_ROW);
    }

    @Test
    void firsts_keep_what_was_first_known_before_it_was_told_earlier() {
        List<Fact<?>> facts = new ArrayList<>(facts(3));
        Firsts<String> firsts = Firsts.empty();
        for (Fact<?> fact : facts) firsts = firsts.with("x", fact.order());
        assertThat(firsts.orders().get("x")).containsExactly(facts.getFirst().order());
    }
}
