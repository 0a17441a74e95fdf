package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.LettersHost.Answer;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;

class QuestionsTest {
    private static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");
    private static final String BOARD = "/letters/letter-board";

    @TempDir static Path folder = Path.of("");
    private static TestStore store;
    private static TestIssuer issuer;
    private static LettersHost host;

    @BeforeAll
    static void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        host = LettersHost.start(store, issuer, folder, LetterService.page().build());
        for (String text : List.of("bb", "a", "dddd", "ccc", "a")) write(text);
        LetterId first = new LetterId("l1");
        host.facts().happens(new LetterMarked(first, "urgent"), first, THEN);
        host.facts().areSeen();
    }

    private static int written;

    private static void write(String text) {
        LetterId letter = new LetterId("l" + ++written);
        String to = written <= 3 ? "ben" : "eva";
        host.facts().happens(new LetterWritten(letter, to, text), letter, THEN);
    }

    @AfterAll
    static void stop() {
        host.close();
        issuer.close();
        store.close();
    }

    private static Answer ask(String path, String... query) {
        return host.get("anna", Actor.AUDITOR, path, query);
    }

    @Test
    void a_reader_sees_what_they_may_and_is_not_told_of_the_rest() {
        Answer list = host.get("ben", "NONE", BOARD);
        assertThat(list.keys()).containsExactly("l1", "l2", "l3");
        assertThat(list.json().path("total").intValue()).isEqualTo(3);
        assertThat(host.get("ben", "NONE", BOARD + "/l1").status()).isEqualTo(200);
        Answer hidden = host.get("ben", "NONE", BOARD + "/l4");
        Answer absent = host.get("ben", "NONE", BOARD + "/l99");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.json()).isEqualTo(absent.json());
        assertThat(hidden.json().path("code").stringValue()).isEqualTo("NO_SUCH_RESOURCE");
    }

    @Test
    void a_text_is_found_in_whatever_form_it_is_written() {
        assertThat(ask(BOARD, "filter", "text:ｃｃｃ").keys()).containsExactly("l4");
        assertThat(ask(BOARD, "filter", "text:\u00A0ccc\u200B").keys()).containsExactly("l4");
        assertThat(ask(BOARD, "filter", "text:~ＣＣ").keys()).containsExactly("l4");
    }

    @Test
    void the_narrowest_view_is_for_auditors_and_the_committee_only() {
        assertThat(host.get("ben", "NONE", "/letters/address-book").keys()).isEmpty();
        assertThat(ask("/letters/address-book").keys()).containsExactly("ben", "eva");
    }

    @Test
    void rows_are_filtered_by_field() {
        assertThat(ask(BOARD, "filter", "text:a").keys()).containsExactly("l2", "l5");
        assertThat(ask(BOARD, "filter", "text:a", "filter", "to:eva").keys()).containsExactly("l5");
        assertThat(ask(BOARD, "filter", "marks:urgent").keys()).containsExactly("l1");
        assertThat(ask(BOARD, "filter", "length:4").keys()).containsExactly("l3");
        assertThat(ask(BOARD, "filter", "key:l3").keys()).containsExactly("l3");
        assertThat(ask(BOARD, "filter", "text:nobody wrote this").keys()).isEmpty();
    }

    @Test
    void rows_are_sorted_and_paged() {
        assertThat(ask(BOARD, "sort", "length").keys())
                .containsExactly("l2", "l5", "l1", "l4", "l3");
        assertThat(ask(BOARD, "sort", "-text").keys())
                .containsExactly("l3", "l4", "l1", "l2", "l5");
        Answer page = ask(BOARD, "sort", "length", "limit", "2");
        assertThat(page.keys()).containsExactly("l2", "l5");
        assertThat(page.json().path("total").intValue()).isEqualTo(5);
        Answer next = ask(BOARD, "sort", "length", "limit", "2", "next", page.next());
        assertThat(next.keys()).containsExactly("l1", "l4");
        Answer last = ask(BOARD, "sort", "length", "limit", "2", "next", next.next());
        assertThat(last.keys()).containsExactly("l3");
        assertThat(last.json().path("next").isNull()).isTrue();
    }

    @Test
    void rows_are_filtered_by_several_values_ranges_and_parts_of_texts() {
        assertThat(ask(BOARD, "filter", "text:a,ccc").keys()).containsExactly("l2", "l4", "l5");
        assertThat(ask(BOARD, "filter", "length:2..3").keys()).containsExactly("l1", "l4");
        assertThat(ask(BOARD, "filter", "length:3..").keys()).containsExactly("l3", "l4");
        assertThat(ask(BOARD, "filter", "text:..bb").keys()).containsExactly("l1", "l2", "l5");
        assertThat(ask(BOARD, "filter", "text:~C").keys()).containsExactly("l4");
        assertThat(ask(BOARD, "filter", "marks:").keys()).containsExactly("l2", "l3", "l4", "l5");
        assertThat(ask(BOARD, "filter", "marks:,urgent").keys()).hasSize(5);
    }

    @Test
    void rows_are_named_and_those_that_may_not_be_seen_are_left_out() {
        assertThat(ask(BOARD, "keys", "l4,l2,l99").keys()).containsExactly("l2", "l4");
        assertThat(host.get("ben", "NONE", BOARD, "keys", "l4,l2").keys()).containsExactly("l2");
        String many = "x" + ",x".repeat(10) + String.join(",", numbers(200));
        assertThat(ask(BOARD, "keys", many).wrong()).containsExactly("keys");
        assertThat(ask(BOARD, "keys", "l1", "limit", "1").wrong()).containsExactly("limit");
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void rows_are_counted_by_value() {
        assertThat(ask(BOARD, "count", "to").json().path("counts").toString())
                .isEqualTo("[{\"to\":\"ben\",\"count\":3},{\"to\":\"eva\",\"count\":2}]");
        assertThat(ask(BOARD, "count", "marks,to", "filter", "to:ben").json().path("counts"))
                .hasSize(2);
        assertThat(host.get("ben", "NONE", BOARD, "count", "to").json().path("counts").toString())
                .isEqualTo("[{\"to\":\"ben\",\"count\":3}]");
    }

    @Test
    void a_cursor_belongs_to_its_question() {
        String next = ask(BOARD, "sort", "length", "limit", "2").next();
        Answer other = ask(BOARD, "sort", "-length", "next", next);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.wrong()).containsExactly("next");
        assertThat(ask("/letters/address-book", "sort", "key", "next", next).wrong())
                .containsExactly("next");
    }

    @Test
    void an_answer_says_where_it_stands() {
        Answer answer = ask(BOARD, "after", "6", "after", "letters:6");
        assertThat(answer.json().path("position").longValue()).isEqualTo(6);
        assertThat(answer.json().path("inboxPosition").longValue()).isZero();
        assertThat(Instant.parse(answer.json().path("asOf").stringValue())).isAfter(THEN);
        assertThat(Instant.parse(answer.json().path("knownAt").stringValue())).isAfter(THEN);
    }

    @Test
    void a_position_of_another_service_that_does_not_come_is_said_to_be_late() {
        Answer late = ask(BOARD, "after", LetterService.PEOPLE + ":1000");
        assertThat(late.status()).isEqualTo(504);
        assertThat(late.json().path("code").stringValue()).isEqualTo("TIME_LIMIT_EXCEEDED");
    }

    @Test
    void a_position_behind_the_end_of_the_log_is_not_waited_for() {
        Answer answer = ask(BOARD, "after", "1000");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.wrong()).containsExactly("after");
    }

    @Test
    void every_bad_parameter_is_named() {
        Answer answer =
                ask(
                        BOARD,
                        "asOf",
                        "yesterday",
                        "knownAt",
                        "2010-02-30",
                        "after",
                        "x:y",
                        "filter",
                        "text",
                        "sort",
                        "-weight",
                        "next",
                        "1",
                        "limit",
                        "1001",
                        "colour",
                        "red");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.wrong())
                .containsExactlyInAnyOrder(
                        "asOf", "knownAt", "after", "filter", "sort", "next", "limit", "colour");
    }

    @Test
    void each_bad_parameter_alone_is_refused() {
        for (String[] bad :
                new String[][] {
                    {"asOf", ""},
                    {"asOf", "2010-13-01"},
                    {"asOf", "2010-06-15T00:00:00"},
                    {"asOf", "+999999999-12-31T00:00:00Z"},
                    {"knownAt", "0"},
                    {"after", "-1"},
                    {"after", "99999999999999999999"},
                    {"filter", ":a"},
                    {"filter", "weight:1"},
                    {"sort", ""},
                    {"sort", "weight"},
                    {"filter", "text"},
                    {"filter", "length:one..2"},
                    {"filter", "length:.."},
                    {"filter", "text:~"},
                    {"filter", "text:~\u200B"},
                    {"filter", "text:c\u202Ec"},
                    {"filter", "text:a\\"},
                    {"next", ""},
                    {"next", "MQ"},
                    {"skip", "1"},
                    {"keys", ""},
                    {"keys", "l1,,l2"},
                    {"count", "weight"},
                    {"count", "to,text,length"},
                    {"limit", "0"},
                    {"limit", "1.5"},
                }) {
            Answer answer = ask(BOARD, bad);
            assertThat(answer.status()).as(String.join("=", bad)).isEqualTo(400);
            assertThat(answer.wrong()).containsExactly(bad[0]);
        }
    }

    @Test
    void what_may_be_said_once_is_not_taken_twice() {
        Answer twice = ask(BOARD, "asOf", "2010-06-15", "asOf", "2010-06-16");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.wrong()).containsExactly("asOf");
    }

    @Test
    void one_row_takes_no_parameters_of_a_list() {
        for (String name : List.of("filter", "sort", "next", "limit", "keys", "count")) {
            Answer answer = ask(BOARD + "/l1", name, "1");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.wrong()).containsExactly(name);
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(ask("/letters/nothing").status()).isEqualTo(404);
        assertThat(ask("/letters/office-directory").status()).isEqualTo(404);
        assertThat(ask(BOARD + "/").status()).isEqualTo(404);
        assertThat(ask(BOARD + "/l1/text").status()).isEqualTo(404);
        assertThat(host.post("anna", Actor.AUDITOR, BOARD).status()).isEqualTo(405);
    }
}
