package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.projection.LettersHost.Answer;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.view.Cut;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Questions that take long because the past is read from the logs. */
class LongQuestionTest {
    private static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");
    private static final LetterId LETTER = new LetterId("a");

    @TempDir Path folder = Path.of("");
    private final RebuildTest.Slow slow = new RebuildTest.Slow();
    private TestStore store;
    private TestIssuer issuer;
    private LettersHost host;

    @BeforeEach
    void start() {
        store = new TestStore(folder);
        issuer = TestIssuer.start();
        host = LettersHost.start(store, issuer, folder, LetterService.page().view(slow).build());
        mark("first", THEN);
        mark("second", THEN.plus(30, ChronoUnit.DAYS));
        host.facts().areSeen();
    }

    private void mark(String mark, Instant at) {
        host.facts().happens(new LetterMarked(LETTER, mark), LETTER, at);
    }

    @AfterEach
    void stop() {
        slow.open();
        host.close();
        issuer.close();
        store.close();
    }

    private Answer ask(String... query) {
        return host.get("anna", Actor.AUDITOR, "/letters/slow", query);
    }

    @Test
    void a_question_about_the_past_may_take_longer_than_one_about_the_present() {
        slow.close();
        CompletableFuture<Answer> past =
                CompletableFuture.supplyAsync(() -> ask("asOf", "2010-06-20"));
        CompletableFuture<Answer> known =
                CompletableFuture.supplyAsync(() -> ask("knownAt", "2010-06-20"));
        // Waits as long as a question about the present may.
        Answer present = ask("after", "1000");

        assertThat(present.json().path("code").stringValue()).isEqualTo("TIME_LIMIT_EXCEEDED");
        assertThat(past).isNotDone();
        slow.open();
        assertThat(past.join().row("a").path("marks").toString()).isEqualTo("[\"first\"]");
        assertThat(known.join().status()).isEqualTo(200);
    }

    @Test
    void a_question_that_runs_out_of_time_goes_on_where_it_stopped() {
        LivePart part = (LivePart) host.runtime().parts().getFirst();
        Image<RebuildTest.Slow.Row> image = new Image<>(slow, part.logs(), false);

        assertThatThrownBy(() -> image.read(Cut.NONE, Duration.ZERO, Map::size))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        late -> assertThat(late.problem().code()).isEqualTo("TIME_LIMIT_EXCEEDED"))
                .hasMessageContaining("ask again");
        assertThat(image.at().log()).isEqualTo(2);
        assertThat(image.<Integer>read(Cut.NONE, Duration.ZERO, Map::size)).isEqualTo(1);
    }
}
