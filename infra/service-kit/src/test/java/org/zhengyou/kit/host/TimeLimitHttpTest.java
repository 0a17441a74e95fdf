package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Parameter;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.sample.ExhibitionService;

class TimeLimitHttpTest extends HttpTest {
    /** Answers on paths of its own; one of its answers never comes. */
    private record Guide(ServiceRuntime runtime) implements Part {
        @Override
        public void start() {
            assertThat(runtime.commands()).isNotNull();
        }

        @Override
        public void stop() {}

        @Override
        public List<Resource> resources() {
            return List.of(
                    new Resource(
                            answering("guide"), request -> ServerResponse.ok().body("welcome")),
                    new Resource(answering("never"), Guide::never),
                    new Resource(answering("imports/never"), Guide::never));
        }

        private static Operation answering(String path) {
            return Operation.get("/exhibitions/" + path)
                    .called("guide", path)
                    .with(
                            List.of(
                                    Parameter.query("asOf", "Any."),
                                    Parameter.query("knownAt", "Any.")))
                    .answering(new Content.Plain("text/plain"));
        }

        private static ServerResponse never(ServerRequest request) throws InterruptedException {
            new CountDownLatch(1).await();
            return ServerResponse.ok().build();
        }
    }

    @BeforeAll
    static void startHastyHost() {
        host.close();
        host =
                TestHost.start(
                        ExhibitionService.definition(),
                        store,
                        issuer,
                        folder,
                        Map.of(
                                "ZHENGYOU_REQUEST_LIMIT",
                                "PT1S",
                                "ZHENGYOU_LONG_REQUEST_LIMIT",
                                "PT8S"),
                        List.of(Guide::new));
    }

    @Test
    void a_part_answers_on_paths_of_its_own() {
        assertThat(host.send(get("guide")).response().body()).isEqualTo("welcome");
        Answer delete = host.send(get("guide").DELETE());

        assertThat(delete.problem()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(delete.header("Allow")).isEqualTo("GET");
    }

    @Test
    void an_answer_that_does_not_come_ends_with_the_time() {
        Answer answer = host.send(get("never"));

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.problem()).isEqualTo("TIME_LIMIT_EXCEEDED");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void imports_are_given_more_time_but_not_any_and_questions_about_the_past_are_not() {
        CompletableFuture<Answer> patient =
                CompletableFuture.supplyAsync(() -> host.send(get("imports/never")));
        for (String path : List.of("never", "never?asOf=2010-06-15", "never?knownAt=2010-06-15"))
            assertThat(host.send(get(path)).problem()).isEqualTo("TIME_LIMIT_EXCEEDED");

        assertThat(patient).isNotDone();
        assertThat(patient.join().problem()).isEqualTo("TIME_LIMIT_EXCEEDED");
    }

    @Test
    void a_command_does_not_wait_for_ever_for_what_it_wants_to_know() {
        HttpRequest.Builder request =
                host.request("/exhibitions/commands/CloseExhibition?after=exhibitions:999999")
                        .header("Authorization", "Bearer " + setup)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"exhibition\":\"t1\"}"));
        Answer answer = host.send(request);

        assertThat(answer.problem()).isEqualTo("TIME_LIMIT_EXCEEDED");
        assertThat(answer.json().path("detail").stringValue())
                .contains("nothing was done")
                .contains("Idempotency-Key");
    }

    private static HttpRequest.Builder get(String path) {
        return host.request("/exhibitions/" + path).header("Authorization", "Bearer " + setup);
    }
}
