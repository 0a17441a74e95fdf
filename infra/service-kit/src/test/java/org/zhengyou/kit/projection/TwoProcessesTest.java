package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.letters.Fragile;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;

/** One process works, another one only answers: asking it must not make a difference. */
class TwoProcessesTest {
    @TempDir Path folder = Path.of("");
    private final Fragile fragile = new Fragile();
    private TestStore store;
    private TestIssuer issuer;
    private LettersHost working;
    private LettersHost other;

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        var letters = LetterService.page().view(fragile).build();
        working = LettersHost.start(store, issuer, folder, letters);
        other = LettersHost.start(store, issuer, folder, letters);
    }

    @AfterEach
    void stop() {
        other.close();
        working.close();
        issuer.close();
        store.close();
    }

    private static LivePart part(LettersHost host) {
        return (LivePart) host.runtime().parts().getFirst();
    }

    private long mark(LettersHost host, String mark) {
        LetterId id = new LetterId("a");
        return host.facts().happens(new LetterMarked(id, mark), id, RandomLetters.FIRST);
    }

    private static String marks(LettersHost host, long after) {
        return host.get("anna", Actor.AUDITOR, "/letters/fragile/a", "after", Long.toString(after))
                .row("a")
                .path("marks")
                .toString();
    }

    @Test
    void both_answer_what_either_has_recorded() {
        assertThat(part(working).isWorking()).isTrue();
        assertThat(part(other).isWorking()).isFalse();
        long one = mark(working, "1");
        assertThat(marks(other, one)).isEqualTo("[\"1\"]");
        long two = mark(other, "2");
        assertThat(marks(working, two)).isEqualTo("[\"1\",\"2\"]");
        assertThat(marks(other, two)).isEqualTo("[\"1\",\"2\"]");
    }

    @Test
    void a_rebuild_asked_of_one_is_done_by_the_other_and_seen_by_both() {
        mark(working, "1");
        other.post("otto", Actor.OPERATOR, "/letters/views/fragile/rebuild");
        eventually(
                "the new table answers",
                () ->
                        other.get("otto", Actor.OPERATOR, "/letters/views")
                                .json()
                                .toString()
                                .contains("fragile_2"));
        long position = mark(working, "2");
        assertThat(marks(other, position)).isEqualTo("[\"1\",\"2\"]");
        assertThat(marks(working, position)).isEqualTo("[\"1\",\"2\"]");
    }

    @Test
    void a_replay_asked_of_one_is_done_by_the_other() {
        fragile.failOn("bad");
        mark(working, "bad");
        long position = mark(working, "later");
        assertThat(part(other).await("letters", position, Duration.ofSeconds(20))).isTrue();
        fragile.heal();
        other.post("otto", Actor.OPERATOR, "/letters/parked/replay", "key", "letters:a");
        eventually(
                "nothing is parked",
                () ->
                        other.get("otto", Actor.OPERATOR, "/letters/parked")
                                .json()
                                .path("parked")
                                .isEmpty());
        assertThat(marks(other, position)).isEqualTo("[\"bad\",\"later\"]");
    }

    @Test
    void the_other_one_goes_on_when_the_first_one_stops() {
        mark(working, "1");
        working.close();
        long position = mark(other, "2");
        eventually(
                "it has taken over",
                () -> part(other).await("letters", position, Duration.ofMillis(100)));
        assertThat(marks(other, position)).isEqualTo("[\"1\",\"2\"]");
        assertThat(part(other).isWorking()).isTrue();
        working =
                LettersHost.start(
                        store, issuer, folder, LetterService.page().view(fragile).build());
    }
}
