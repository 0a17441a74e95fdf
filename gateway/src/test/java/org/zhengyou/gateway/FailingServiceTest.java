package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.gateway.House.problem;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FailingServiceTest {
    private static final Map<String, Object> QUICK =
            Map.of(
                    "ZHENGYOU_BREAKER_WINDOW",
                    6,
                    "ZHENGYOU_BREAKER_MINIMUM_CALLS",
                    6,
                    "ZHENGYOU_BREAKER_OPEN_FOR",
                    "300ms",
                    "ZHENGYOU_ANSWER_LIMIT",
                    "300ms");

    @Test
    void a_service_that_keeps_failing_is_left_alone_and_tried_again_later() {
        try (House house = House.with(QUICK)) {
            for (int i = 0; i < 6; i++)
                assertThat(house.get("ann", "/api/members/status/503").statusCode()).isEqualTo(503);
            HttpResponse<String> refused = house.get("ann", "/api/members/well");
            HttpResponse<String> other = house.get("ann", "/api/insight/well");

            problem(refused, 503, "SERVICE_UNAVAILABLE");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(house.upstream.seen()).noneMatch(one -> one.uri().equals("/members/well"));
            assertThat(other.statusCode()).isEqualTo(200);
            eventually(() -> house.get("ann", "/api/members/back"), a -> a.statusCode() == 200);
            for (int i = 0; i < 6; i++)
                assertThat(house.get("ann", "/api/members/again").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_a_client_does_wrong_is_no_failure_of_the_service() {
        try (House house = House.with(QUICK)) {
            for (int i = 0; i < 10; i++) {
                house.get("ann", "/api/members/status/400");
                house.get("ann", "/api/members/status/409");
                house.get("ann", "/api/members/status/500");
                house.get("ann", "/api/members/status/504");
                house.post("ann", "/api/members/large", new byte[2_000_000]);
            }

            assertThat(house.get("ann", "/api/members/well").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_service_that_is_down_is_unavailable_and_found_again() {
        try (House house = House.with(with(QUICK, "ZHENGYOU_MEMBERS_URL", "http://127.0.0.1:1"))) {
            HttpResponse<String> answer = house.post("ann", "/api/members/commands/X", new byte[2]);

            assertThat(problem(answer, 503, "SERVICE_UNAVAILABLE").path("detail").asString())
                    .contains("nothing was sent");
        }
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_given_up() {
        try (House house = House.with(QUICK)) {
            HttpResponse<String> answer = house.get("ann", "/api/members/held");

            assertThat(problem(answer, 504, "TIME_LIMIT_EXCEEDED").path("detail").asString())
                    .contains("Idempotency-Key");
        }
    }

    @Test
    void imports_are_given_more_time_and_questions_about_the_past_are_not() {
        try (House house = House.with(QUICK)) {
            CompletableFuture<HttpResponse<String>> upload =
                    CompletableFuture.supplyAsync(
                            () -> house.post("ann", "/api/members/imports/held", new byte[1]));
            String past = "/api/members/roster?asOf=2010-07-01&x=/held";
            problem(house.get("ann", "/api/members/held"), 504, "TIME_LIMIT_EXCEEDED");
            problem(house.get("ann", past), 504, "TIME_LIMIT_EXCEEDED");
            house.upstream.release();

            assertThat(upload.join().statusCode()).isEqualTo(200);
        }
    }

    private static Map<String, Object> with(
            Map<String, Object> settings, String name, Object value) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static void eventually(
            Supplier<HttpResponse<String>> ask, Predicate<HttpResponse<String>> good) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!good.test(ask.get())) assertThat(Instant.now()).isBefore(end);
    }
}
