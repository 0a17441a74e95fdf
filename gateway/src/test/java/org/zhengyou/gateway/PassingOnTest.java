package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.gateway.House.problem;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingOnTest {
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

    @Test
    void a_service_learns_who_calls_from_the_token_alone() {
        house.send(
                house.as("ann", "/api/members/headers")
                        .header("X-User-Id", "root")
                        .header("X-Actor", "root")
                        .header("Zhengyou-Actor-Roles", "OPERATOR")
                        .header("X-Forwarded-For", "10.0.0.1")
                        .header("X-Forwarded-User", "root")
                        .header("Forwarded", "for=10.0.0.1")
                        .header("Cookie", "ZHENGYOU_SESSION=1; other=2")
                        .header("Idempotency-Key", "k-1")
                        .header("Zhengyou-Effective-At", "2010-06-01"));

        Map<String, ?> headers = house.upstream.onlyAt("/members/headers").headers();
        assertThat(headers)
                .doesNotContainKeys(
                        "x-user-id",
                        "x-actor",
                        "zhengyou-actor-roles",
                        "x-forwarded-for",
                        "x-forwarded-user",
                        "x-forwarded-host",
                        "forwarded",
                        "cookie")
                .containsKeys("authorization", "idempotency-key", "zhengyou-effective-at");
    }

    @Test
    void headers_for_this_hop_only_do_not_go_on() throws IOException {
        String answer =
                house.raw(
                        "GET /api/members/hop HTTP/1.1\r\nHost: x\r\nX-Secret: 1\r\n"
                                + "Connection: close, X-Secret\r\nTE: trailers\r\n"
                                + "Authorization: Bearer "
                                + house.issuer.token("ann")
                                + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(house.upstream.onlyAt("/members/hop").headers())
                .doesNotContainKeys("x-secret", "te");
    }

    @Test
    void the_trace_a_client_claims_does_not_go_on() {
        String claimed = "4bf92f3577b34da6a3ce929d0e0e4736";
        house.send(
                house.as("ann", "/api/members/trace")
                        .header("traceparent", "00-" + claimed + "-00f067aa0ba902b7-01")
                        .header("tracestate", "vendor=" + claimed)
                        .header("baggage", "person=" + claimed));

        assertThat(house.upstream.onlyAt("/members/trace").headers().toString())
                .doesNotContain(claimed);
    }

    @Test
    void each_service_is_reached_under_its_own_name() {
        for (String service : House.SERVICES) {
            house.get("ann", "/api/" + service + "/where");
            house.upstream.onlyAt("/" + service + "/where");
        }
    }

    @Test
    void path_and_query_arrive_as_they_were_sent() {
        String uri = "/members/people/%E5%BC%A0%20a+b?name=%E6%9D%8E&filter=a%3Db%26c&empty=";

        assertThat(house.get("ann", "/api" + uri).statusCode()).isEqualTo(200);
        house.upstream.onlyAt(uri);
    }

    @Test
    void a_body_arrives_whole_and_the_answer_comes_back_without_cookies() {
        HttpResponse<String> answer = house.post("ann", "/api/members/body", new byte[70_000]);

        assertThat(answer.body()).isEqualTo("{\"bytes\":70000}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(house.upstream.onlyAt("/members/body").method()).isEqualTo("POST");
    }

    @Test
    void a_service_s_own_refusal_comes_back_as_it_is() {
        HttpResponse<String> answer = house.get("ann", "/api/members/status/409");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"bytes\":0}");
    }

    @Test
    void a_command_whose_connection_breaks_is_not_sent_twice() {
        house.get("ann", "/api/evaluations/warm-up");

        HttpResponse<String> answer = house.post("ann", "/api/evaluations/cut", new byte[10]);

        assertThat(problem(answer, 503, "SERVICE_UNAVAILABLE").path("detail").asString())
                .contains("Idempotency-Key");
        house.upstream.onlyAt("/evaluations/cut");
    }

    @Test
    void a_path_that_leads_nowhere_is_no_such_route() {
        problem(house.get("ann", "/api/nobody/x"), 404, "NO_SUCH_ROUTE");
        problem(house.get("ann", "/api/members"), 404, "NO_SUCH_ROUTE");
        problem(house.get("ann", "/nowhere"), 404, "NO_SUCH_ROUTE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/members/../organizations/x",
                "/api/members/%2e%2e/actuator",
                "/api/members/%2E%2E%2Factuator",
                "/api/members//x",
                "/api/members/x;a=b",
                "/api/members/a%2fb",
                "/api/members/a%5cb",
                "/api/members/%00",
                "/api/members/a%0d%0ab"
            })
    void a_path_that_might_mean_something_else_further_on_is_refused(String path)
            throws IOException {
        String answer =
                house.raw(
                        "GET "
                                + path
                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                                + house.issuer.token("ann")
                                + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("urn:zhengyou:problem:MALFORMED_REQUEST");
    }

    @Test
    void odd_methods_are_refused() {
        problem(
                house.send(
                        house.as("ann", "/api/members/x")
                                .method("PROPFIND", BodyPublishers.noBody())),
                405,
                "METHOD_NOT_ALLOWED");
    }
}
