package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.gateway.House.problem;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final AtomicInteger QUESTION = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static House house;

    @BeforeAll
    static void start() {
        house = House.with(Map.of("ZHENGYOU_SESSIONS_OF_ONE", 3));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void nobody_is_signed_in() {
        house.endSessions();
    }

    private static Visitor visitor() {
        return new Visitor(house.url());
    }

    private static Visitor signedIn(String person) {
        house.issuer.comes(person);
        Visitor visitor = visitor();
        assertThat(visitor.follow("/").statusCode()).isEqualTo(200);
        return visitor;
    }

    /** As whom the services see this browser; empty if they do not. */
    private static String servedAs(Visitor visitor) {
        String page = "/members/who?" + QUESTION.incrementAndGet();
        if (visitor.open("/api" + page).statusCode() != 200) return "";
        return subject(
                house.upstream
                        .onlyAt(page)
                        .headers()
                        .getOrDefault("authorization", List.of())
                        .getFirst());
    }

    private static String subject(String bearer) {
        try {
            return SignedJWT.parse(bearer.substring("Bearer ".length()))
                    .getJWTClaimsSet()
                    .getSubject();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_link_opened_while_signed_out_is_the_page_after_the_sign_in() {
        for (String link : List.of("/?asOf=2011-07-31", "/?a=%E5%BC%A0&b=c%26d", "/open.css?x"))
            assertThat(visitor().follow("/api/members" + link).request().uri().toString())
                    .isEqualTo(house.url() + "/api/members" + link);
        assertThat(visitor().follow("/?asOf=2011-07-31").request().uri().toString())
                .isEqualTo(house.url() + "/?asOf=2011-07-31");
        assertThat(visitor().follow("/docs").request().uri().getPath()).contains("swagger-ui");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/zhengyou?page=http://evil.example/",
                "/?page=http://evil.example/",
                "/.evil.example",
                "/@evil.example"
            })
    void no_link_leads_anywhere_else_after_the_sign_in(String link) {
        Visitor visitor = visitor();
        HttpResponse<String> back = visitor.open(Visitor.location(visitor.open(link)));
        HttpResponse<String> welcome = visitor.open(Visitor.location(back));

        assertThat(welcome.statusCode()).isEqualTo(302);
        URI page = Visitor.location(welcome);
        assertThat(page.getAuthority()).isEqualTo("127.0.0.1:" + house.port());
    }

    @Test
    void a_page_of_another_site_is_not_even_asked_for() throws IOException {
        for (String link : new String[] {"//evil.example", "/\\evil.example", "/%5cevil.example"})
            assertThat(
                            house.raw(
                                    "GET "
                                            + link
                                            + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n"
                                            + "Connection: close\r\n\r\n"))
                    .as(link)
                    .startsWith("HTTP/1.1 400");
    }

    @Test
    void a_page_too_long_to_be_kept_becomes_the_first_page() {
        Visitor visitor = visitor();

        assertThat(visitor.follow("/?x=" + "y".repeat(3_000)).request().uri().toString())
                .isEqualTo(house.url() + "/");
        assertThat(servedAs(visitor)).isEqualTo("ann");
    }

    @Test
    void two_tabs_at_the_sign_in_both_end_at_their_page() {
        Visitor visitor = visitor();
        HttpResponse<String> one = visitor.open("/?asOf=2010-06-01");
        HttpResponse<String> other = visitor.open("/?asOf=2011-07-31");

        assertThat(visitor.follow(one).request().uri().getQuery()).isEqualTo("asOf=2010-06-01");
        assertThat(visitor.follow(other).request().uri().getQuery()).isEqualTo("asOf=2011-07-31");
        assertThat(servedAs(visitor)).isEqualTo("ann");
    }

    /** Each is given a cookie, and the second replaces the first. */
    @Test
    void two_tabs_that_left_at_the_same_moment_both_end_at_their_page() {
        Visitor visitor = visitor();
        HttpResponse<String> one = visitor.open("/?asOf=2010-06-01");
        visitor.forget("ZHENGYOU_SIGN_IN");
        HttpResponse<String> other = visitor.open("/?asOf=2011-07-31");

        assertThat(visitor.follow(one).request().uri().getQuery()).isEqualTo("asOf=2010-06-01");
        assertThat(visitor.follow(other).request().uri().getQuery()).isEqualTo("asOf=2011-07-31");
    }

    @Test
    void a_browser_that_keeps_no_cookies_is_refused_instead_of_being_sent_round_in_circles() {
        Visitor visitor = visitor();
        HttpResponse<String> last = visitor.open("/");
        for (int i = 0; i < 10 && last.statusCode() == 302; i++) {
            visitor.forget("ZHENGYOU_SIGN_IN");
            last = visitor.open(Visitor.location(last));
        }

        problem(last, 401, "UNAUTHENTICATED");
        assertThat(house.sessions()).isZero();
    }

    @Test
    void the_way_back_of_somebody_else_s_sign_in_signs_nobody_in() {
        Visitor attacker = visitor();
        house.issuer.comes("mallory");
        HttpResponse<String> back = attacker.open(Visitor.location(attacker.open("/")));
        house.issuer.comes("ann");
        Visitor victim = visitor();

        victim.follow(victim.open(Visitor.location(back)));
        assertThat(servedAs(victim)).isEqualTo("ann");
    }

    @Test
    void a_state_that_was_changed_or_made_elsewhere_is_refused() {
        Visitor visitor = visitor();
        URI back = Visitor.location(visitor.open(Visitor.location(visitor.open("/"))));
        String state = TokenIssuer.query(back.getRawQuery()).getOrDefault("state", "");
        for (String wrong :
                new String[] {
                    state.substring(0, state.length() - 4) + "AAAA", "x", "..", "a.b.c", "%00"
                })
            problem(
                    visitor.open(
                            "/login/oauth2/code/zhengyou?code=x&state="
                                    + wrong.replace("%", "%25")),
                    401,
                    "UNAUTHENTICATED");
    }

    @Test
    void what_travels_through_the_browser_says_nothing_to_it() {
        Visitor visitor = visitor();
        URI back = Visitor.location(visitor.open(Visitor.location(visitor.open("/?secret=page"))));
        String state = TokenIssuer.query(back.getRawQuery()).getOrDefault("state", "");
        for (String part : state.split("\\.", -1))
            assertThat(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret", "verifier", "nonce");
    }

    @Test
    void the_way_back_taken_twice_ends_at_the_page() {
        Visitor visitor = visitor();
        HttpResponse<String> back =
                visitor.open(Visitor.location(visitor.open("/?asOf=2010-06-01")));
        visitor.follow(back);

        HttpResponse<String> again = visitor.follow(back);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.request().uri().getQuery()).isEqualTo("asOf=2010-06-01");
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_issuer() {
        Visitor visitor = signedIn("ann");
        URI atIssuer = Visitor.location(visitor.signOut());

        assertThat(atIssuer.toString()).startsWith(house.issuer.url() + "/connect/logout?");
        Map<String, String> said = TokenIssuer.query(atIssuer.getRawQuery());
        assertThat(subject("Bearer " + said.get("id_token_hint"))).isEqualTo("ann");
        assertThat(said).containsEntry("post_logout_redirect_uri", house.url() + "/");
        assertThat(servedAs(visitor)).isEmpty();
        assertThat(house.sessions()).isZero();
    }

    @Test
    void signing_out_after_the_session_has_ended_still_ends_the_one_at_the_issuer() {
        Visitor visitor = signedIn("ann");
        house.endSessions();

        assertThat(hintOf(visitor.signOut())).isEqualTo("ann");
    }

    @Test
    void signing_out_after_the_session_and_the_csrf_token_are_gone_does_so_too() {
        Visitor visitor = signedIn("ann");
        house.endSessions();
        visitor.forget("XSRF-TOKEN");

        assertThat(hintOf(visitor.signOut())).isEqualTo("ann");
    }

    @Test
    void a_second_tab_signs_out_after_the_first_one_did() {
        Visitor visitor = signedIn("ann");
        visitor.signOut();

        assertThat(Visitor.location(visitor.signOut()).toString())
                .startsWith(house.issuer.url() + "/connect/logout?")
                .doesNotContain("id_token_hint");
    }

    @Test
    void another_gateway_process_signs_out_whom_this_one_signed_in() {
        Visitor visitor = signedIn("ann");
        try (House other =
                House.with(Map.of("ZHENGYOU_ISSUER", house.issuer.url(), "ZHENGYOU_SESSIONS", 7))) {
            HttpResponse<String> out = visitor.at(other.url()).signOut();

            assertThat(hintOf(out)).isEqualTo("ann");
        }
    }

    private static String hintOf(HttpResponse<String> signOut) {
        assertThat(signOut.statusCode()).as(signOut.body()).isEqualTo(302);
        URI atIssuer = Visitor.location(signOut);
        return subject("Bearer " + TokenIssuer.query(atIssuer.getRawQuery()).get("id_token_hint"));
    }

    @Test
    void a_forged_sign_out_of_somebody_who_is_signed_in_is_refused() {
        Visitor visitor = signedIn("ann");
        visitor.forget("XSRF-TOKEN");

        problem(visitor.signOut(), 403, "NOT_PERMITTED");
        assertThat(servedAs(visitor)).isEqualTo("ann");
    }

    @Test
    void of_one_person_s_many_sessions_the_one_used_least_recently_ends() {
        Visitor first = signedIn("ann");
        Visitor second = signedIn("ann");
        Visitor ben = signedIn("ben");
        Visitor third = signedIn("ann");
        assertThat(servedAs(first)).isEqualTo("ann");
        signedIn("ann");

        assertThat(servedAs(second)).isEmpty();
        assertThat(servedAs(first)).isEqualTo("ann");
        assertThat(servedAs(third)).isEqualTo("ann");
        assertThat(servedAs(ben)).isEqualTo("ben");
    }
}
