package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.gateway.House.problem;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a request in front of the gateway, by those who may and by others. */
class BehindProxyTest {
    private static final String TRUSTED = "ZHENGYOU_TRUSTED_PROXIES";
    private static final String HERE = "10.20.0.0/16, ::1, 127.0.0.1";

    private static House house(String trusted) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(TRUSTED, trusted);
        settings.put("ZHENGYOU_STRANGERS_PER_SECOND", 1);
        settings.put("ZHENGYOU_STRANGERS_BURST", 5);
        return House.with(settings);
    }

    private static HttpResponse<String> visit(House house, String... headers) {
        return house.send(house.to("/").header("Accept", "text/html").headers(headers));
    }

    private static HttpResponse<String> of(House house, String way) {
        return visit(house, "X-Forwarded-For", way);
    }

    private static void useUp(House house, String way) {
        HttpResponse<String> last = of(house, way);
        for (int i = 0; i < 20 && last.statusCode() != 429; i++) last = of(house, way);
        problem(last, 429, "TOO_MANY_REQUESTS");
    }

    /** A budget that is not used up lets more than these few through. */
    private static void assertUsedUp(House house, String way) {
        HttpResponse<String> last = of(house, way);
        for (int i = 0; i < 2 && last.statusCode() != 429; i++) last = of(house, way);
        problem(last, 429, "TOO_MANY_REQUESTS");
    }

    @Test
    void each_client_of_a_proxy_has_a_budget_of_its_own() {
        try (House house = house(HERE)) {
            useUp(house, "203.0.113.1");

            for (int i = 2; i < 12; i++)
                assertThat(of(house, "203.0.113." + i).statusCode()).isEqualTo(302);
            assertThat(of(house, "2001:db8::1").statusCode()).isEqualTo(302);
            assertUsedUp(house, "203.0.113.1");
        }
    }

    @Test
    void a_client_is_the_last_on_the_way_that_is_no_proxy() {
        try (House house = house(HERE)) {
            useUp(house, "203.0.113.1");

            assertUsedUp(house, "203.0.113.1, 10.20.3.4");
            assertUsedUp(house, "198.51.100.9, 203.0.113.1,10.20.3.4");
            assertUsedUp(house, "whoever, 203.0.113.1");
            assertThat(of(house, "203.0.113.1, 10.21.3.4").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void a_sign_in_leads_back_to_the_outer_address_and_its_cookies_need_tls() {
        try (House house = house(HERE)) {
            HttpResponse<String> answer =
                    visit(
                            house,
                            "X-Forwarded-Proto",
                            "https",
                            "X-Forwarded-Host",
                            "zhengyou.example.edu");

            assertThat(redirectUri(answer))
                    .isEqualTo("https://zhengyou.example.edu/login/oauth2/code/zhengyou");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("; Secure"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https, zhengyou.example.edu:443, https://zhengyou.example.edu",
        "https, zhengyou.example.edu:8443, https://zhengyou.example.edu:8443",
        "http, zhengyou.example.edu, http://zhengyou.example.edu",
    })
    void an_outer_port_is_named_where_it_is_not_the_usual_one(
            String scheme, String host, String outer) {
        try (House house = house(HERE)) {
            HttpResponse<String> answer =
                    visit(house, "X-Forwarded-Proto", scheme, "X-Forwarded-Host", host);

            assertThat(redirectUri(answer)).isEqualTo(outer + "/login/oauth2/code/zhengyou");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.20.0.0/16", "127.0.0.2", "::1"})
    void what_anybody_else_says_has_no_effect(String trusted) {
        try (House house = house(trusted)) {
            String[] forged = {
                "X-Forwarded-For", "203.0.113.1",
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Host", "evil.example",
                "Forwarded", "for=203.0.113.1;proto=https;host=evil.example"
            };
            HttpResponse<String> answer = visit(house, forged);
            assertThat(redirectUri(answer)).isEqualTo(house.url() + "/login/oauth2/code/zhengyou");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .noneMatch(cookie -> cookie.contains("Secure"));

            for (int i = 0; i < 10; i++) of(house, "203.0.113." + i);
            assertUsedUp(house, "203.0.113.99");
            assertUsedUp(house, "no address");
        }
    }

    @Test
    void a_proxy_is_heeded_in_one_way_only() {
        try (House house = house(HERE)) {
            HttpResponse<String> answer =
                    visit(house, "Forwarded", "for=203.0.113.1;proto=https;host=evil.example");

            assertThat(redirectUri(answer)).isEqualTo(house.url() + "/login/oauth2/code/zhengyou");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "X-Forwarded-For=unknown",
                "X-Forwarded-For=203.0.113.1, localhost",
                "X-Forwarded-For=203.0.113.1,",
                "X-Forwarded-Proto=ftp",
                "X-Forwarded-Proto=https, http",
                "X-Forwarded-Host=a/b",
                "X-Forwarded-Host=a.example, b.example",
                "X-Forwarded-Host=a.example:99999",
            })
    void a_proxy_that_says_what_cannot_be_is_told_so(String header, String value) {
        try (House house = house(HERE)) {
            assertThat(
                            problem(visit(house, header, value), 400, "MALFORMED_REQUEST")
                                    .path("detail")
                                    .asString())
                    .contains(header);
            assertThat(of(house, "203.0.113.1").statusCode()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/x",
                "::1/129",
                "10.0.0.1,",
                "10.0.0.0/-1"
            })
    void a_list_with_something_else_is_refused_at_the_start(String list) {
        assertThatThrownBy(() -> house(list))
                .rootCause()
                .hasMessageContaining(TRUSTED)
                .hasMessageContaining("不是地址也不是网段")
                .hasMessageContaining("is neither an address nor a network");
    }

    private static String redirectUri(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        for (String pair : Visitor.location(answer).getQuery().split("&", -1))
            if (pair.startsWith("redirect_uri="))
                return URI.create(pair.substring("redirect_uri=".length())).toString();
        throw new AssertionError("no redirect_uri in " + List.of(answer.headers()));
    }
}
