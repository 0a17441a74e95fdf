package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.gateway.House.problem;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {
    @SuppressWarnings("NullAway.Init")
    private static House house;

    @BeforeAll
    static void start() {
        house = House.with(Map.of());
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static HttpResponse<String> withToken(String token) {
        return house.send(
                house.to("/api/members/roster").header("Authorization", "Bearer " + token));
    }

    @Test
    void a_good_token_opens_the_door() {
        assertThat(house.get("ann", "/api/members/roster").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_comes_in_without_a_token() {
        HttpResponse<String> answer = house.send(house.to("/api/members/secret-list"));

        problem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(house.upstream.seen()).noneMatch(one -> one.uri().contains("secret-list"));
    }

    @Test
    void a_post_without_a_token_is_unauthenticated_rather_than_wanting_a_csrf_token() {
        problem(
                house.send(
                        house.to("/api/members/commands/Register")
                                .POST(BodyPublishers.ofString("{}"))),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void a_stranger_learns_nothing_about_which_paths_exist() {
        problem(house.send(house.to("/api/nowhere/at-all")), 401, "UNAUTHENTICATED");
        problem(house.send(house.to("/nowhere")), 401, "UNAUTHENTICATED");
    }

    @Test
    void a_damaged_token_is_refused() {
        HttpResponse<String> answer = withToken("garbage");

        problem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"invalid_token\"");
        String good = house.issuer.token("ann");
        problem(
                withToken(good.substring(0, good.length() - 8) + "AAAAAAAA"),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void a_token_for_somebody_else_is_refused() {
        problem(
                withToken(house.issuer.token(claims -> claims.audience("console"))),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        problem(
                withToken(house.issuer.token(claims -> claims.issuer("http://elsewhere"))),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void a_token_that_has_run_out_is_refused_and_says_so() {
        String old =
                house.issuer.token(
                        claims ->
                                claims.issueTime(Date.from(Instant.now().minusSeconds(240)))
                                        .expirationTime(
                                                Date.from(Instant.now().minusSeconds(120))));

        assertThat(problem(withToken(old), 401, "UNAUTHENTICATED").path("detail").asString())
                .contains("run out");
    }

    @Test
    void a_token_without_an_end_or_without_a_subject_is_refused() {
        problem(withToken(house.issuer.token(c -> c.expirationTime(null))), 401, "UNAUTHENTICATED");
        problem(withToken(house.issuer.token(c -> c.subject(null))), 401, "UNAUTHENTICATED");
    }

    @Test
    void an_unsigned_token_is_refused() {
        String unsigned =
                new PlainJWT(
                                new JWTClaimsSet.Builder()
                                        .issuer(house.issuer.url())
                                        .subject("ann")
                                        .audience("zhengyou")
                                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                                        .build())
                        .serialize();

        problem(withToken(unsigned), 401, "UNAUTHENTICATED");
    }

    @Test
    void made_up_key_ids_do_not_reach_the_issuer_again_and_again() {
        house.get("ann", "/api/members/roster");
        int before = house.issuer.keyFetches();
        for (int i = 0; i < 10; i++)
            problem(withToken(house.issuer.foreignToken("made-up-" + i)), 401, "UNAUTHENTICATED");

        assertThat(house.issuer.keyFetches()).isLessThanOrEqualTo(before + 2);
    }

    @Test
    void another_way_of_authorization_is_none() {
        problem(
                house.send(house.to("/api/members/x").header("Authorization", "Basic YTpi")),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void a_page_is_led_to_the_sign_in_and_a_program_is_not() {
        HttpResponse<String> page = house.send(house.to("/").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow())
                .startsWith(house.issuer.url() + "/oauth2/authorize?");

        problem(house.send(house.to("/").header("Accept", "*/*")), 401, "UNAUTHENTICATED");
    }

    @Test
    void the_sign_in_uses_pkce_and_one_opaque_cookie() {
        HttpResponse<String> start = house.send(house.to("/oauth2/authorization/zhengyou"));

        assertThat(start.statusCode()).isEqualTo(302);
        assertThat(start.headers().firstValue("Location").orElseThrow())
                .startsWith(house.issuer.url() + "/oauth2/authorize?response_type=code")
                .contains("code_challenge_method=S256", "state=", "nonce=");
        assertThat(start.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("ZHENGYOU_SIGN_IN=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void the_way_back_from_the_issuer_without_a_sign_in_under_way_is_refused() {
        problem(
                house.send(house.to("/login/oauth2/code/zhengyou?code=x&state=y")),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void only_its_own_health_is_open_and_no_page_of_management_exists() {
        HttpResponse<String> health = house.send(house.to("/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");

        problem(house.send(house.to("/actuator/gateway/routes")), 401, "UNAUTHENTICATED");
        problem(house.get("ann", "/actuator/health"), 404, "NO_SUCH_ROUTE");
    }

    @Test
    void the_page_s_own_files_are_open_and_come_with_a_content_policy() {
        HttpResponse<String> file = house.send(house.to("/open.css"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self';", "frame-ancestors 'none'");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void the_interface_description_is_one_page_behind_the_sign_in() {
        problem(house.send(house.to("/docs")), 401, "UNAUTHENTICATED");

        HttpResponse<String> page = house.get("ann", "/docs");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).contains("swagger-ui");
        String settings = house.get("ann", "/docs/gateway/swagger-config").body();
        for (String service : House.SERVICES)
            assertThat(settings).contains("/api/" + service + "/openapi.json");
    }

    @Test
    void without_its_issuer_the_gateway_says_that_it_cannot_serve() {
        try (House alone = House.with(Map.of("ZHENGYOU_JWK_SET_URI", "http://127.0.0.1:1/keys"))) {
            HttpResponse<String> answer = alone.get("ann", "/api/members/roster");

            problem(answer, 503, "SERVICE_UNAVAILABLE");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        }
    }
}
