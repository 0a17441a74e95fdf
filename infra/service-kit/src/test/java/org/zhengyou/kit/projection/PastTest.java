package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.projection.LettersHost.Answer;
import org.zhengyou.kit.projection.letters.AddressBook;
import org.zhengyou.kit.projection.letters.LetterBoard;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

class PastTest {
    private static final JsonMapper JSON = Json.shown();
    private static final int CUTS = 60;

    @TempDir static Path folder = Path.of("");
    private static TestStore store;
    private static TestIssuer issuer;
    private static LettersHost host;

    @BeforeAll
    static void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        host = LettersHost.start(store, issuer, folder, LetterService.page().build());
        new RandomLetters(7).happen(host.facts(), 300);
        host.facts().areSeen();
    }

    @AfterAll
    static void stop() {
        host.close();
        issuer.close();
        store.close();
    }

    @Test
    void any_question_about_the_past_equals_a_rebuild_cut_there() {
        for (int seed = 0; seed < CUTS; seed++) {
            Random random = new Random(seed);
            RandomLetters letters = new RandomLetters(seed);
            Instant asOf = letters.date();
            Instant knownAt = random.nextBoolean() ? recorded(random) : null;
            View<?, ?> view = random.nextBoolean() ? new LetterBoard() : new AddressBook();
            assertEqualsRebuild("seed " + seed, view, asOf, knownAt);
        }
    }

    /**
     * Some instant near the recording of some fact; those of foreign ones are spread over years.
     */
    private static Instant recorded(Random random) {
        List<Fact<?>> all = host.facts().all();
        return all.get(random.nextInt(all.size())).recordedAt().plusMillis(random.nextInt(3) - 1);
    }

    private static <R extends Record> void assertEqualsRebuild(
            String what, View<R, ?> view, Instant asOf, @Nullable Instant knownAt) {
        List<String> query = new ArrayList<>(List.of("asOf", asOf.toString(), "limit", "1000"));
        if (knownAt != null) query.addAll(List.of("knownAt", knownAt.toString()));
        Answer answer = ask(view.name(), query);
        Predicate<Fact<?>> admitted =
                fact ->
                        !fact.effectiveAt().isAfter(asOf)
                                && (knownAt == null || !fact.recordedAt().isAfter(knownAt));
        JsonNode expected = rows(view, host.facts().rebuilt(view, admitted), asOf);
        assertThat(answer.json().path("rows"))
                .as("%s: %s as of %s known at %s", what, view.name(), asOf, knownAt)
                .isEqualTo(expected);
    }

    private static <R extends Record> ArrayNode rows(
            View<R, ?> view, Map<String, R> rows, Instant asOf) {
        ArrayNode all = JSON.createArrayNode();
        rows.forEach(
                (key, row) -> {
                    Record shown = view.answer(key, row, asOf);
                    if (shown == null) return;
                    ObjectNode one = JSON.createObjectNode().put("key", key);
                    one.setAll((ObjectNode) JSON.valueToTree(shown));
                    // As it reads back: numbers and strings of the same kind as in the answer.
                    all.add(JSON.readTree(JSON.writeValueAsString(one)));
                });
        return all;
    }

    private static Answer ask(String view, List<String> query) {
        Answer answer =
                host.get("anna", Actor.AUDITOR, "/letters/" + view, query.toArray(String[]::new));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer;
    }

    @Test
    void one_row_of_the_past_equals_that_row_of_the_list() {
        for (int seed = 0; seed < 20; seed++) {
            Instant asOf = new RandomLetters(seed).date();
            Answer list = ask("letter-board", List.of("asOf", asOf.toString()));
            for (JsonNode row : list.json().path("rows")) {
                Answer one =
                        ask(
                                "letter-board/" + row.path("key").stringValue(),
                                List.of("asOf", asOf.toString()));
                assertThat(one.json().path("rows").path(0)).isEqualTo(row);
            }
        }
    }

    @Test
    void what_is_asked_for_now_is_live_and_what_was_before_is_not() {
        LetterId letter = new LetterId("of-2011");
        Instant written = Instant.parse("2011-05-01T00:00:00Z");
        host.facts().happens(new LetterWritten(letter, "p1", "may"), letter, written);
        LetterWritten again = new LetterWritten(letter, "p1", "june");
        host.facts().happens(again, letter, written.plus(31, ChronoUnit.DAYS));
        host.facts().areSeen();
        Answer now = ask("letter-board/of-2011", List.of());
        assertThat(now.json().path("live").booleanValue()).isTrue();
        assertThat(now.row("of-2011").path("text").stringValue()).isEqualTo("june");
        Answer then = ask("letter-board/of-2011", List.of("asOf", "2011-05-15"));
        assertThat(then.json().path("live").booleanValue()).isFalse();
        assertThat(then.row("of-2011").path("text").stringValue()).isEqualTo("may");
        Answer unknown = ask("letter-board", List.of("knownAt", "2011-05-15"));
        assertThat(unknown.json().path("total").intValue()).isZero();
    }

    @Test
    void a_date_means_its_end_at_the_university() {
        LetterId letter = new LetterId("of-the-day");
        Instant lastMoment = Instant.parse("2011-06-30T15:59:59.999999Z");
        host.facts().happens(new LetterWritten(letter, "p1", "late"), letter, lastMoment);
        host.facts().areSeen();
        assertThat(
                        ask("letter-board", List.of("asOf", "2011-06-30"))
                                .row("of-the-day")
                                .path("text"))
                .isEqualTo(JSON.readTree("\"late\""));
        assertThat(
                        ask("letter-board", List.of("asOf", "2011-06-29"))
                                .row("of-the-day")
                                .isMissingNode())
                .isTrue();
    }

    @Test
    void what_becomes_true_in_the_future_is_not_shown_before() {
        LetterId letter = new LetterId("of-tomorrow");
        Instant now = Instant.now();
        host.facts()
                .happens(
                        new LetterWritten(letter, "p1", "tomorrow"),
                        letter,
                        now.plus(1, ChronoUnit.DAYS));
        host.facts().areSeen();
        assertThat(ask("letter-board", List.of()).keys()).doesNotContain("of-tomorrow");
        String inTwoDays = now.plus(2, ChronoUnit.DAYS).toString();
        assertThat(ask("letter-board", List.of("asOf", inTwoDays)).keys()).contains("of-tomorrow");
        LetterId today = new LetterId("of-today");
        host.facts().happens(new LetterWritten(today, "p1", "today"), today, now);
        host.facts().areSeen();
        assertThat(ask("letter-board", List.of()).keys())
                .contains("of-today")
                .doesNotContain("of-tomorrow");
    }
}
