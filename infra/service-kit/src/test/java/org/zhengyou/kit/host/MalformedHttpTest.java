package org.zhengyou.kit.host;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyou.kit.host.TestHost.Answer;

class MalformedHttpTest extends HttpTest {
    private static final String RIGHT =
            """
            {"exhibition":"m1","titleZh":"榜样","places":3,"form":"PANELS",
             "panels":[],"themes":[],"halls":{}}""";

    @Test
    void every_bad_field_is_named_at_once() {
        String body =
                """
                {"exhibition":"not an id","places":"three","form":"STATUE","colour":"red",
                 "panels":[{"titleZh":null,"order":0},{"titleZh":"x","order":1,"size":2},7],
                 "themes":["a","a"],"halls":{"east":"big"},"until":"soon"}""";
        var request =
                host.command("OpenExhibition", setup, body)
                        .header("Zhengyou-Effective-At", "yesterday")
                        .header("Idempotency-Key", "with a space")
                        .header("Zhengyou-Correlation-Id", "#");

        Answer answer = host.send(request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("MALFORMED_REQUEST");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "exhibition",
                        "titleZh",
                        "places",
                        "form",
                        "colour",
                        "panels[0].titleZh",
                        "panels[0].order",
                        "panels[1].size",
                        "panels[2]",
                        "themes",
                        "halls.east",
                        "until",
                        "Zhengyou-Effective-At",
                        "Idempotency-Key",
                        "Zhengyou-Correlation-Id");
    }

    @Test
    void what_is_beyond_a_limit_is_named_beside_what_has_the_wrong_type() {
        String body =
                RIGHT.replace("\"places\":3", "\"places\":1001")
                        .replace("\"form\":\"PANELS\"", "\"form\":7")
                        .replace("\"themes\":[]", "\"themes\":[\"a\",\"\"]")
                        .replace(
                                "\"panels\":[]",
                                "\"panels\":[{\"titleZh\":\" \",\"order\":0},{\"order\":1}]");

        Answer answer = host.send("OpenExhibition", setup, body);
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "places",
                        "form",
                        "themes",
                        "panels[0].titleZh",
                        "panels[0].order",
                        "panels[1].titleZh");
        assertThat(answer.json().path("errors").toString())
                .contains("must be 1000 or less", "不得大于 1000", "must be one of", "须为 [PANELS");
    }

    @Test
    void parts_that_are_right_by_themselves_must_go_together() {
        String body = RIGHT.replace("\"halls\":{}", "\"halls\":{\"a\":1,\"b\":2,\"c\":3,\"d\":4}");

        Answer answer = host.send("OpenExhibition", setup, body);
        assertThat(fields(answer)).containsExactly("halls");
        assertThat(answer.json().at("/errors/0/reasonZh").asString()).isEqualTo("不得多于 places");
    }

    @Test
    void errors_beyond_those_that_are_listed_still_count() {
        String panels = "{\"titleZh\":\"\",\"order\":0},".repeat(60) + "{}";
        String body = RIGHT.replace("\"panels\":[]", "\"panels\":[" + panels + "]");

        assertThat(fields(host.send("OpenExhibition", setup, body))).hasSize(100);
    }

    @Test
    void blanks_and_line_ends_of_a_text_are_made_equal_before_it_is_measured() {
        String body =
                RIGHT.replace(
                        "\"panels\":[]",
                        "\"panels\":[{\"titleZh\":\"" + "　".repeat(30) + "榜样\",\"order\":1}]");

        assertThat(host.send("OpenExhibition", setup, body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "+10000-01-01", "0000-01-01", "-0001-12-31"})
    void a_date_has_a_year_of_four_digits(String date) {
        String body = RIGHT.replace("\"halls\":{}", "\"halls\":{},\"until\":\"" + date + "\"");

        assertThat(fields(host.send("OpenExhibition", setup, body))).containsExactly("until");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "{",
                "{} {}",
                "{\"exhibition\":\"a\",\"exhibition\":\"b\"}",
                "{'exhibition':1}",
                "\u0000"
            })
    void what_is_no_json_object_is_refused(String body) {
        Answer answer = host.send("OpenExhibition", setup, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).contains("body");
    }

    @Test
    void json_that_is_nested_too_deep_is_refused() {
        String body = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(fields(host.send("OpenExhibition", setup, body))).containsExactly("body");
    }

    @Test
    void a_number_in_words_or_as_identifier_is_refused() {
        String body = RIGHT.replace("\"m1\"", "17").replace("\"places\":3", "\"places\":3.5");

        assertThat(fields(host.send("OpenExhibition", setup, body)))
                .containsExactlyInAnyOrder("exhibition", "places");
    }

    @Test
    void half_a_character_is_refused() {
        String body = RIGHT.replace("榜样", "\\ud83d");

        assertThat(fields(host.send("OpenExhibition", setup, body))).containsExactly("titleZh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u202e", "\\u2066", "\\ufdd0", "\\ufffe", "\\u0000", "\\u0085"})
    void marks_of_direction_noncharacters_and_control_characters_are_refused(String escaped) {
        String body = RIGHT.replace("榜样", "榜" + escaped + "样");

        assertThat(fields(host.send("OpenExhibition", setup, body))).containsExactly("titleZh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1921-06-30", "2999-01-01", "15.06.2010", "2010-06-31"})
    void an_absurd_effective_date_is_refused_by_name(String date) {
        var request =
                host.command("OpenExhibition", setup, RIGHT).header("Zhengyou-Effective-At", date);

        Answer answer = host.send(request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("Zhengyou-Effective-At");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=5", "after=x:y", "before=exhibitions:1"})
    void a_bad_parameter_is_named(String query) {
        HttpRequest.Builder request =
                host.request("/exhibitions/commands/OpenExhibition?" + query)
                        .header("Authorization", "Bearer " + setup)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(RIGHT));

        assertThat(fields(host.send(request)))
                .containsExactly(query.substring(0, query.indexOf('=')));
    }

    @Test
    void a_position_of_a_service_not_listened_to_is_nothing_to_wait_for() {
        HttpRequest.Builder request =
                host.command("OpenExhibition?after=members:999999", setup, RIGHT);

        assertThat(host.send(request).status()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_and_without_its_length() {
        String huge = "x".repeat(300_000);
        Answer withLength = host.send("OpenExhibition", setup, huge);
        HttpRequest.Builder chunked =
                host.command("OpenExhibition", setup, huge)
                        .POST(
                                HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofString(huge)));

        assertThat(withLength.status()).isEqualTo(413);
        assertThat(withLength.problem()).isEqualTo("BODY_TOO_LARGE");
        assertThat(host.send(chunked).problem()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void other_kinds_of_body_and_answer_are_refused() {
        HttpRequest.Builder text =
                host.command("OpenExhibition", setup, RIGHT)
                        .setHeader("Content-Type", "text/plain");
        HttpRequest.Builder latin =
                host.command("OpenExhibition", setup, RIGHT)
                        .setHeader("Content-Type", "application/json; charset=iso-8859-1");
        HttpRequest.Builder html =
                host.command("OpenExhibition", setup, RIGHT).header("Accept", "text/html");

        assertThat(host.send(text).problem()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(host.send(latin).status()).isEqualTo(415);
        assertThat(host.send(html).problem()).isEqualTo("NOT_ACCEPTABLE");
        assertThat(host.send(html).status()).isEqualTo(406);
    }

    @Test
    void unknown_paths_and_methods_are_refused() {
        Answer nowhere = host.send(host.command("PaintExhibition", setup, RIGHT));
        Answer other = host.send(get("/elsewhere"));
        Answer get = host.send(get("/exhibitions/commands/OpenExhibition"));

        assertThat(nowhere.problem()).isEqualTo("NO_SUCH_RESOURCE");
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.problem()).isEqualTo("NO_SUCH_RESOURCE");
        assertThat(get.problem()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(get.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exhibitions//commands/x", "/exhibitions/%2e%2e/x", "/a;b=c/d"})
    void an_address_that_tries_something_is_refused_cleanly(String path) {
        Answer answer = host.send(get(path));

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.problem()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n: v\r\nConnection: close\r\n\r\n"
            })
    void bytes_that_are_no_request_are_answered_without_naming_the_server(String bytes)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 4");
            assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("<html");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONNECT x:1 HTTP/1.1                                       | 501 | NOT_IMPLEMENTED
                    GET / HTTP/3.0                                             | 505 | NOT_IMPLEMENTED
                    POST / HTTP/1.1;Transfer-Encoding: gzip                    | 501 | NOT_IMPLEMENTED
                    POST / HTTP/1.1;Transfer-Encoding: x, chunked              | 501 | NOT_IMPLEMENTED
                    POST / HTTP/1.1;Expect: the-worst                          | 417 | MALFORMED_REQUEST
                    POST / HTTP/1.1;Content-Length: 1;Content-Length: 2        | 400 | MALFORMED_REQUEST
                    POST / HTTP/1.1;Content-Length: -1                         | 400 | MALFORMED_REQUEST
                    TRACE / HTTP/1.1                                           | 405 | METHOD_NOT_ALLOWED
                    BREW / HTTP/1.1                                            | 405 | METHOD_NOT_ALLOWED
                    GET / HTTP/1.1;Host: y                                     | 400 | MALFORMED_REQUEST
                    """)
    void what_the_server_itself_refuses_has_its_own_status_and_a_reason(
            String head, int status, String code) throws IOException {
        String bytes = head.replace(";", "\r\n") + "\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer)
                    .contains("application/problem+json")
                    .contains("\"status\":" + status)
                    .contains("\"code\":\"" + code + "\"");
        }
    }

    @Test
    void a_body_in_another_encoding_than_utf_8_is_refused() {
        byte[] overlong = RIGHT.replace("榜样", "#").getBytes(UTF_8);
        int at = RIGHT.indexOf("榜样");
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(overlong, 0, at);
        longer.writeBytes(new byte[] {(byte) 0xC0, (byte) 0xAF});
        longer.write(overlong, at + 1, overlong.length - at - 1);

        for (byte[] body :
                List.of(
                        RIGHT.getBytes(UTF_16),
                        RIGHT.getBytes(UTF_16LE),
                        RIGHT.getBytes(UTF_16BE),
                        RIGHT.getBytes(UTF_32),
                        RIGHT.getBytes(Charset.forName("GBK")),
                        longer.toByteArray())) {
            Answer answer =
                    host.send(
                            host.command("OpenExhibition", setup, "")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(fields(answer)).contains("body");
        }
    }

    @Test
    void a_byte_order_mark_of_utf_8_is_passed_over() {
        String body = "\uFEFF" + RIGHT.replace("\"m1\"", "\"m2\"");

        assertThat(host.send("OpenExhibition", setup, body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%D5%C5%C8%FD", "=1", "a=%zz", "a=%", "a=%C0%AF", "a=%ED%A0%80"})
    void a_query_that_is_no_utf_8_in_percent_encoding_is_refused(String query) throws IOException {
        isMalformed("/exhibitions/commands/OpenExhibition?" + query);
    }

    @Test
    void a_thousand_parameters_are_refused() throws IOException {
        isMalformed("/exhibitions/commands/OpenExhibition?" + "a=1&".repeat(1_001));
    }

    /** Sent as it is: Java's own client would refuse to. */
    private static void isMalformed(String target) throws IOException {
        String head =
                "POST "
                        + target
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + setup
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + RIGHT.getBytes(UTF_8).length
                        + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream().write((head + RIGHT).getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).as(target).startsWith("HTTP/1.1 400").contains("MALFORMED_REQUEST");
        }
    }

    private static HttpRequest.Builder get(String path) {
        return host.request(path).header("Authorization", "Bearer " + setup).GET();
    }

    private static List<String> fields(Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.json().path("errors").forEach(e -> fields.add(e.path("field").stringValue()));
        return fields;
    }
}
