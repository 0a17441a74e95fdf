package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.gateway.House.problem;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private static final int VISITS = 2_000;
    private static final List<String> PAGES = List.of("/", "/oauth2/authorization/zhengyou");

    @Test
    void visits_without_cookies_leave_nothing_behind_and_a_person_signs_in_after_them() {
        try (House house = House.with(Map.of("ZHENGYOU_SESSIONS", 2))) {
            assertThat(
                            IntStream.range(0, VISITS)
                                    .parallel()
                                    .map(
                                            i ->
                                                    house.send(
                                                                    house.to(PAGES.get(i % 2))
                                                                            .header(
                                                                                    "Accept",
                                                                                    "text/html"))
                                                            .statusCode()))
                    .containsOnly(302);
            assertThat(house.sessions()).isZero();

            Visitor person = new Visitor(house.url());
            assertThat(person.follow("/").statusCode()).isEqualTo(200);
            assertThat(house.sessions()).isOne();
        }
    }

    @Test
    void when_there_is_no_room_people_are_told_when_to_come_back_and_the_others_stay() {
        try (House house = House.with(Map.of("ZHENGYOU_SESSIONS", 2))) {
            Visitor waits = new Visitor(house.url());
            HttpResponse<String> begun = waits.open("/");
            Visitor ann = new Visitor(house.url());
            house.issuer.comes("ann");
            ann.follow("/");
            house.issuer.comes("ben");
            new Visitor(house.url()).follow("/");

            for (HttpResponse<String> late :
                    List.of(waits.follow(begun), new Visitor(house.url()).open("/"))) {
                problem(late, 503, "SERVICE_UNAVAILABLE");
                assertThat(late.headers().firstValue("Retry-After")).hasValue("60");
            }
            assertThat(house.sessions()).isEqualTo(2);
            assertThat(ann.open("/api/members/roster").statusCode()).isEqualTo(200);
            assertThat(ann.follow("/oauth2/authorization/zhengyou").statusCode()).isEqualTo(200);
            assertThat(house.get("program", "/api/members/x").statusCode()).isEqualTo(200);

            assertThat(ann.signOut().statusCode()).isEqualTo(302);
            assertThat(waits.follow("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void strangers_use_up_the_budget_of_their_address_and_not_that_of_its_people() {
        try (House house =
                House.with(
                        Map.of(
                                "ZHENGYOU_STRANGERS_PER_SECOND",
                                1,
                                "ZHENGYOU_STRANGERS_BURST",
                                40))) {
            Visitor ann = new Visitor(house.url());
            ann.follow("/");
            HttpResponse<String> last = stranger(house);
            for (int i = 0; i < 100 && last.statusCode() != 429; i++) last = stranger(house);

            problem(last, 429, "TOO_MANY_REQUESTS");
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(ann.open("/api/members/roster").statusCode()).isEqualTo(200);
            assertThat(ann.open("/").statusCode()).isEqualTo(200);
            for (int i = 0; i < 5; i++)
                assertThat(house.get("person-" + i, "/api/members/x").statusCode()).isEqualTo(200);
            assertThat(house.send(house.to("/health")).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> stranger(House house) {
        return house.send(house.to("/open.css"));
    }

    @Test
    void whatever_a_stranger_brings_it_is_the_same_budget() {
        try (House house =
                House.with(
                        Map.of(
                                "ZHENGYOU_STRANGERS_PER_SECOND",
                                1,
                                "ZHENGYOU_STRANGERS_BURST",
                                10))) {
            for (int i = 0; i < 20; i++) {
                house.send(house.to("/api/x").header("X-Forwarded-For", "10.0.0." + i));
                house.send(house.to("/api/x").header("Cookie", "ZHENGYOU_SESSION=" + i));
                house.send(house.to("/api/x").header("Authorization", "Basic YTpi" + i));
                house.send(house.to("/api/x").header("Authorization", "Bearer " + i));
            }

            problem(house.send(house.to("/")), 429, "TOO_MANY_REQUESTS");
            problem(
                    house.send(house.to("/").header("Cookie", "ZHENGYOU_SESSION=other")),
                    429,
                    "TOO_MANY_REQUESTS");
            problem(
                    house.send(house.to("/").header("Authorization", "Bearer other")),
                    429,
                    "TOO_MANY_REQUESTS");
            problem(
                    house.send(house.to("/").header("X-Forwarded-For", "10.9.9.9")),
                    429,
                    "TOO_MANY_REQUESTS");
        }
    }
}
