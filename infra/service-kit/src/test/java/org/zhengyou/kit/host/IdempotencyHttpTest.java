package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestHost.Answer;

class IdempotencyHttpTest extends HttpTest {
    @Test
    void a_repeated_key_gets_the_first_answer_also_after_a_restart() {
        host.send("OpenExhibition", setup, open("k1", 3));
        Answer first = close("key-1", "k1", "over");
        Answer second = close("key-1", "k1", "over");
        restart();
        Answer third = close("key-1", "k1", "over");

        assertThat(first.json().path("repeated").booleanValue()).isFalse();
        for (Answer again : List.of(second, third)) {
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json().path("repeated").booleanValue()).isTrue();
            assertThat(again.json().path("position")).isEqualTo(first.json().path("position"));
            assertThat(again.json().path("types")).isEqualTo(first.json().path("types"));
        }
    }

    @Test
    void a_key_is_not_reused_for_another_command_or_another_date() {
        host.send("OpenExhibition", setup, open("k2", 3));
        close("key-2", "k2", "over");

        Answer other = close("key-2", "k2", "for another reason");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("KEY_REUSED");
        Answer dated =
                host.send(
                        host.command("CloseExhibition", setup, close("k2", "over"))
                                .header("Idempotency-Key", "key-2")
                                .header("Zhengyou-Effective-At", "2010-06-15"));
        assertThat(dated.problem()).isEqualTo("KEY_REUSED");
    }

    @Test
    void a_key_belongs_to_one_person() {
        host.send("OpenExhibition", setup, open("k3", 3));
        close("key-3", "k3", "over");
        String other = issuer.token("deputy", Actor.SETUP);

        Answer answer =
                host.send(
                        host.command("CloseExhibition", other, close("k3", "over"))
                                .header("Idempotency-Key", "key-3"));
        assertThat(answer.json().path("repeated").booleanValue()).isFalse();
        assertThat(answer.json().path("types")).isEmpty();
    }

    @Test
    void a_keyed_command_without_events_is_evaluated_again() {
        Answer refused = close("key-4", "k4", "over");
        host.send("OpenExhibition", setup, open("k4", 3));
        Answer recorded = close("key-4", "k4", "over");

        assertThat(refused.problem()).isEqualTo("NOT_ON_RECORD");
        assertThat(recorded.json().path("types")).hasSize(2);
    }

    @Test
    void one_of_many_simultaneous_repetitions_is_carried_out() throws Exception {
        host.send("OpenExhibition", setup, open("k5", 3));
        long head = host.runtime().log().head();
        Callable<Answer> call = () -> close("key-5", "k5", "over");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = threads.invokeAll(Collections.nCopies(16, call));
            int fresh = 0;
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                if (!answer.get().json().path("repeated").booleanValue()) fresh++;
            }
            assertThat(fresh).isEqualTo(1);
        }
        assertThat(host.runtime().log().head()).isEqualTo(head + 2);
    }

    @Test
    void the_key_and_the_command_cannot_be_read_from_the_log() {
        host.send("OpenExhibition", setup, open("k6", 3));
        String fay = issuer.token("fay");
        host.send(
                host.command("TakePlace", fay, take("k6", "fay", "20100099"))
                        .header("Idempotency-Key", "telling-key"));
        var log = host.runtime().log();
        var event = log.page(log.head() - 1, 1).getFirst();

        assertThat(event.toString()).doesNotContain("telling-key").doesNotContain("20100099");
        assertThat(event.tags()).anyMatch(tag -> tag.matches("request=[0-9a-f]{32}"));
    }

    private static Answer close(String key, String id, String reason) {
        return host.send(
                host.command("CloseExhibition", setup, close(id, reason))
                        .header("Idempotency-Key", key));
    }
}
