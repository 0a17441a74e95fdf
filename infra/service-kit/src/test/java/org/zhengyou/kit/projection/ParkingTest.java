package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.LettersHost.Answer;
import org.zhengyou.kit.projection.letters.Fragile;
import org.zhengyou.kit.projection.letters.LetterBoard;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import tools.jackson.databind.JsonNode;

class ParkingTest {
    @TempDir Path folder = Path.of("");
    private final Fragile fragile = new Fragile();
    private TestStore store;
    private TestIssuer issuer;
    private LettersHost host;

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        startHost();
    }

    private void startHost() {
        host = LettersHost.start(store, issuer, folder, LetterService.page().view(fragile).build());
    }

    @AfterEach
    void stop() {
        host.close();
        issuer.close();
        store.close();
    }

    private void mark(String letter, String mark) {
        LetterId id = new LetterId(letter);
        host.facts().happens(new LetterMarked(id, mark), id, RandomLetters.FIRST);
    }

    private List<String> marks(String letter) {
        return List.copyOf(part().look(Fragile.class, letter).marks().keys());
    }

    private LivePart part() {
        return (LivePart) host.runtime().parts().getFirst();
    }

    private List<JsonNode> parked() {
        Answer answer = host.get("otto", Actor.OPERATOR, "/letters/parked");
        List<JsonNode> all = new ArrayList<>();
        answer.json().path("parked").forEach(all::add);
        return all;
    }

    private void replay(String name, String value) {
        Answer answer = host.post("otto", Actor.OPERATOR, "/letters/parked/replay", name, value);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    @Test
    void a_fact_a_view_fails_on_is_parked_with_those_behind_it_and_the_others_go_on() {
        fragile.failOn("bad");
        mark("a", "good");
        mark("a", "bad");
        mark("a", "later");
        mark("b", "other");
        host.facts().areSeen();
        assertThat(fragile.failures()).isGreaterThan(3);
        assertThat(marks("a")).containsExactly("good");
        assertThat(marks("b")).containsExactly("other");
        assertThat(part().look(LetterBoard.class, "a").marks().keys())
                .containsExactly("bad", "good", "later");
        mark("a", "much later");
        host.facts().areSeen();
        assertThat(marks("a")).containsExactly("good");
        assertThat(parked()).hasSize(3);
    }

    @Test
    void what_is_parked_says_what_and_where_and_nothing_personal() {
        fragile.failOn("bad");
        mark("a", "bad");
        mark("a", "later");
        host.facts().areSeen();
        JsonNode failed = parked().getFirst();
        assertThat(failed.path("id").stringValue()).isEqualTo("view/fragile/log/000000000001");
        assertThat(failed.path("handler").stringValue()).isEqualTo("view/fragile");
        assertThat(failed.path("processor").stringValue()).isEqualTo("views");
        assertThat(failed.path("key").stringValue()).isEqualTo("letters:a");
        assertThat(failed.path("source").stringValue()).isEqualTo("letters");
        assertThat(failed.path("sourcePosition").longValue()).isEqualTo(1);
        assertThat(failed.path("error").stringValue()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failed.path("at").stringValue()).contains("Fragile");
        assertThat(failed.toString()).doesNotContain("cannot take");
        assertThat(parked().get(1).path("error").stringValue()).isEmpty();
    }

    @Test
    void replay_heals_in_order() {
        fragile.failOn("bad");
        for (String mark : List.of("1", "bad", "2", "3")) mark("a", mark);
        host.facts().areSeen();
        replay("key", "letters:a");
        eventually("it failed again", () -> fragile.failures() > 4);
        assertThat(parked()).hasSize(3);
        fragile.heal();
        replay("key", "letters:a");
        eventually("nothing is parked", () -> parked().isEmpty());
        assertThat(marks("a")).containsExactly("1", "2", "3", "bad");
        mark("a", "4");
        host.facts().areSeen();
        assertThat(marks("a")).contains("4");
        assertThat(parked()).isEmpty();
    }

    @Test
    void replay_by_id_takes_what_is_parked_before_it_and_no_more() {
        fragile.failOn("bad");
        for (String mark : List.of("bad", "2", "3")) mark("a", mark);
        host.facts().areSeen();
        fragile.heal();
        replay("id", "view/fragile/log/000000000002");
        eventually("one is left", () -> parked().size() == 1);
        assertThat(marks("a")).containsExactly("2", "bad");
        mark("a", "4");
        host.facts().areSeen();
        assertThat(parked()).hasSize(2);
    }

    @Test
    void a_fact_that_cannot_be_read_is_parked_for_every_view() {
        LetterId id = new LetterId("a");
        host.facts().happens("letters.LetterMarked", "{\"letter\":[]}", id, RandomLetters.FIRST);
        mark("b", "fine");
        host.facts().areSeen();
        assertThat(parked()).hasSameSizeAs(Directories.allViewsOf(host.runtime().service()));
        assertThat(marks("b")).containsExactly("fine");
    }

    @Test
    void what_was_parked_is_still_parked_after_a_restart() {
        fragile.failOn("bad");
        mark("a", "bad");
        host.facts().areSeen();
        host.close();
        startHost();
        mark("a", "later");
        host.facts().areSeen();
        assertThat(marks("a")).isEmpty();
        assertThat(parked()).hasSize(2);
        fragile.heal();
        replay("key", "letters:a");
        eventually("nothing is parked", () -> parked().isEmpty());
        assertThat(marks("a")).containsExactly("bad", "later");
    }

    @Test
    void building_the_view_anew_heals_too() {
        fragile.failOn("bad");
        for (String mark : List.of("1", "bad", "2")) mark("a", mark);
        host.facts().areSeen();
        fragile.heal();
        host.post("otto", Actor.OPERATOR, "/letters/views/fragile/rebuild");
        eventually("nothing is parked", () -> parked().isEmpty());
        assertThat(marks("a")).containsExactly("1", "2", "bad");
    }

    @Test
    void records_from_kafka_that_could_not_be_read_are_shown_beside_what_is_parked() {
        host.runtime()
                .database()
                .getCollection("dead_letters")
                .insertOne(
                        Document.parse(
                                """
                                {_id: "people.events.v1/3/17", topic: "people.events.v1",
                                 partition: 3, offset: {$numberLong: "17"}, source: "people",
                                 sourcePosition: {$numberLong: "5"}, type: "people.PersonMoved",
                                 error: "java.lang.IllegalArgumentException",
                                 since: "2010-06-15T00:00:00Z"}"""));

        JsonNode shown = host.get("otto", Actor.OPERATOR, "/letters/parked").json();
        JsonNode letter = shown.path("unreadable").path(0);
        assertThat(letter.path("id").stringValue()).isEqualTo("people.events.v1/3/17");
        assertThat(letter.path("sourcePosition").longValue()).isEqualTo(5);
    }

    @Test
    void only_operators_replay_and_only_what_is_parked() {
        assertThat(host.get("ben", "NONE", "/letters/parked").status()).isEqualTo(403);
        assertThat(host.post("anna", Actor.AUDITOR, "/letters/parked/replay", "id", "x").status())
                .isEqualTo(403);
        String path = "/letters/parked/replay";
        assertThat(host.post("otto", Actor.OPERATOR, path).status()).isEqualTo(400);
        assertThat(host.post("otto", Actor.OPERATOR, path, "id", "x").status()).isEqualTo(404);
    }
}
