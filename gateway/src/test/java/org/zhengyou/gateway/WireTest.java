package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.gateway.House.problem;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final int DRIPS = 600;
    private static final int MIB = 1024 * 1024;
    private static final byte[] LARGE_PART = "40000000\r\n".getBytes(StandardCharsets.UTF_8);

    @SuppressWarnings("NullAway.Init")
    private static House house;

    @BeforeAll
    static void start() {
        house = House.with(Map.of("ZHENGYOU_RECEIVE_LIMIT", "1s"));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static String lines(String request) {
        return request.replace("|", "\r\n") + "\r\n\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE",
                "|GARBAGE||",
                "GET",
                "GET /health",
                "GET /health HTTP/9.9|Host: x",
                "GET /health HTTP/2.0|Host: x",
                "PRI * HTTP/2.0",
                "GET /health HTTP/x.y|Host: x",
                "GET /health FTP/1.1|Host: x",
                "GET /health HTTP/1.1|Host: x|A b: c",
                "GET /health HTTP/1.1|Host: x| folded: c",
                "GET /health HTTP/1.1|Host: x|NoColon",
                "GET /health HTTP/1.1|Host: x|A: \u0001",
                "GET /health HTTP/1.1|Host: x|Content-Length: -1",
                "GET /health HTTP/1.1|Host: x|Content-Length: x",
                "GET /health HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2",
                "GET /health HTTP/1.1|Host: x|Content-Length: 99999999999999999999",
                "GET /health HTTP/1.1|Connection: close",
                "GET /health HTTP/1.1|Host: x|Host: y",
                "GET /health HTTP/1.1|Host: x|Host: x",
                "GET /health HTTP/1.1|Host:",
                "GET /health HTTP/1.1|Host: a b",
                "GET /health HTTP/1.1|Host: a/b",
                "GET /health HTTP/1.1|Host: a@b",
                "GET /health HTTP/1.1|Host: a:b",
                "GET /health HTTP/1.1|Host: a:99999",
                "GET /health HTTP/1.1|Host: [::1",
                "GET /health HTTP/1.0|Host: x|Host: y",
                "GET /health HTTP/1.1|Host: x|Authorization: Bearer a|Authorization: Bearer b",
                "GET health HTTP/1.1|Host: x",
                "GET /a|b HTTP/1.1|Host: x",
                "GET /%zz HTTP/1.1|Host: x",
                "GET /% HTTP/1.1|Host: x",
                "GET /?a=%zz HTTP/1.1|Host: x",
                "GET /?a=<b> HTTP/1.1|Host: x",
                "GET http://[x/ HTTP/1.1|Host: x",
                "GET http: HTTP/1.1|Host: x",
                "GET file:///etc/passwd HTTP/1.1|Host: x",
                "OPTIONS * HTTP/1.1|Host: x",
                "CONNECT example:443 HTTP/1.1|Host: x",
                "G\u0001T /health HTTP/1.1|Host: x"
            })
    void what_is_no_request_is_refused_with_a_problem_and_the_connection_ends(String request)
            throws IOException {
        problem(house.raw(lines(request)), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE /health HTTP/1.1|Host: x|Connection: close",
                "BREW /health HTTP/1.1|Host: x|Connection: close",
                "get /health HTTP/1.1|Host: x|Connection: close"
            })
    void a_method_that_nothing_takes_is_refused_with_those_that_are_taken(String request)
            throws IOException {
        String answer = house.raw(lines(request));

        problem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer).containsIgnoringCase("allow: GET,HEAD,POST");
    }

    @Test
    void a_path_that_is_not_let_through_is_refused_with_a_problem() throws IOException {
        String request = "GET /%00 HTTP/1.1|Host: x|Connection: close";

        problem(house.raw(lines(request)), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1|Host: x|Connection: close",
                "GET /health HTTP/1.1|Host: a_b.example:65535|Connection: close",
                "GET /health HTTP/1.1|Host: [::1]:8080|Connection: close",
                "GET /health HTTP/1.1|Host: [::1]|Connection: close",
                "GET http://x/health HTTP/1.1|Host: x|Connection: close",
                "GET /health HTTP/1.0",
                "||GET /health HTTP/1.1|Host: x|Connection: close"
            })
    void what_is_a_request_is_answered(String request) throws IOException {
        assertThat(house.raw(lines(request)))
                .containsPattern("^HTTP/1.[01] 200 ")
                .endsWith("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @CsvSource({"9000, 414, URI_TOO_LONG", "200000, 414, URI_TOO_LONG"})
    void a_first_line_that_is_too_long_is_refused(int length, int status, String code)
            throws IOException {
        problem(
                house.raw("GET /" + "x".repeat(length) + " HTTP/1.1\r\nHost: x\r\n\r\n"),
                status,
                code);
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 200_000})
    void headers_that_are_too_large_are_refused(int length) throws IOException {
        problem(
                house.raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(length) + "\r\n\r\n"),
                431,
                "HEADERS_TOO_LARGE");
    }

    @Test
    void what_came_before_a_broken_request_on_the_same_connection_is_answered_first()
            throws IOException {
        String answers = house.raw(lines("GET /health HTTP/1.1|Host: x") + lines("GARBAGE"));

        assertThat(answers).startsWith("HTTP/1.1 200 ").contains("{\"status\":\"UP\"}HTTP/1.1 400");
        problem(answers.substring(answers.indexOf("HTTP/1.1 400")), 400, "MALFORMED_REQUEST");
    }

    @Test
    void requests_sent_at_once_are_answered_in_their_order() throws IOException {
        String token = house.issuer.token("ann");
        String question =
                lines("GET /api/members/x HTTP/1.1|Host: x|Authorization: Bearer " + token);
        String answers =
                house.raw(question + lines("GET /health HTTP/1.1|Host: x") + lines("GARBAGE"));

        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(3);
        assertThat(answers.indexOf("{\"bytes\":0}")).isLessThan(answers.indexOf("UP"));
    }

    @Test
    void a_body_whose_parts_are_not_as_announced_is_refused() throws IOException {
        problem(
                house.raw(
                        lines(
                                        "POST /api/members/x HTTP/1.1|Host: x|Authorization: Bearer "
                                                + house.issuer.token("ann")
                                                + "|Transfer-Encoding: chunked")
                                + "3\r\nabc\r\nzz\r\n"),
                400,
                "MALFORMED_REQUEST");
        assertThat(house.upstream.seen()).noneMatch(one -> one.method().equals("POST"));
    }

    @Test
    void a_head_that_drips_is_ended() throws IOException {
        problem(drip("GET /health HTTP/1.1\r\nHost: x\r\nX: ", "x"), 408, "REQUEST_TIMEOUT");
    }

    @Test
    void a_first_line_that_drips_is_ended() throws IOException {
        problem(drip("GET /", "x"), 408, "REQUEST_TIMEOUT");
    }

    @Test
    void a_body_that_drips_on_its_way_to_a_service_is_ended() throws IOException {
        String head =
                "POST /api/members/drip HTTP/1.1|Host: x|Content-Length: 5000|Authorization: Bearer "
                        + house.issuer.token("ann");

        problem(drip(lines(head), "x"), 408, "REQUEST_TIMEOUT");
        assertThat(house.upstream.seen()).noneMatch(one -> one.uri().endsWith("drip"));
    }

    @Test
    void a_body_in_parts_that_drips_is_ended() throws IOException {
        String head =
                "POST /api/members/imports/drip HTTP/1.1|Host: x|Transfer-Encoding: chunked"
                        + "|Authorization: Bearer "
                        + house.issuer.token("ann");

        problem(drip(lines(head), "1\r\nx\r\n"), 408, "REQUEST_TIMEOUT");
    }

    /** The answer is there at once; what the test waits for is the end of the connection. */
    @Test
    void a_body_that_drips_after_its_answer_does_not_keep_the_connection() throws IOException {
        problem(
                drip(lines("POST /api/members/x HTTP/1.1|Host: x|Content-Length: 5000"), "x"),
                401,
                "UNAUTHENTICATED");
    }

    /** Sends a little again and again until the connection is ended. */
    private static String drip(String begin, String little) throws IOException {
        try (Socket socket = house.connect()) {
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    for (int i = 0; i < DRIPS; i++) {
                                        socket.getOutputStream()
                                                .write(little.getBytes(StandardCharsets.UTF_8));
                                        Thread.sleep(25);
                                    }
                                } catch (IOException ended) {
                                    // what the test is about
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            return House.rest(socket);
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 1073741824, 413", "Transfer-Encoding: chunked, 401"})
    void of_a_body_without_a_token_no_more_than_a_part_is_read(String length, String status)
            throws IOException {
        try (Socket socket = house.connect()) {
            byte[] head =
                    lines("POST /api/members/imports/x HTTP/1.1|Host: x|" + length)
                            .getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(head);
            int read = 0;
            byte[] part = new byte[MIB];
            if (length.startsWith("T")) socket.getOutputStream().write(LARGE_PART);
            try {
                for (; read < 64; read++) socket.getOutputStream().write(part);
            } catch (IOException ended) {
                // what the test is about
            }
            assertThat(read).as("MiB taken").isLessThan(64);
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void who_waits_to_be_told_to_send_a_body_is_refused_before_it_is_sent() throws IOException {
        String answer =
                house.raw(
                        lines(
                                "POST /api/members/imports/x HTTP/1.1|Host: x|Expect: 100-continue"
                                        + "|Content-Length: 1000"));

        problem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer).containsIgnoringCase("connection: close").doesNotContain(" 100 ");
    }

    @Test
    void a_connection_is_kept_after_a_refusal_whose_body_was_small() throws IOException {
        String answers =
                house.raw(
                        lines("POST /api/members/x HTTP/1.1|Host: x|Content-Length: 3")
                                + "abc"
                                + lines("GET /health HTTP/1.1|Host: x|Connection: close"));

        assertThat(answers).startsWith("HTTP/1.1 401 ").contains("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/", "/favicon.svg", "/docs", "/api/members/x"})
    void head_is_get_without_a_body(String page) throws IOException {
        String rest =
                " "
                        + page
                        + " HTTP/1.1|Host: x|Connection: close|Accept: text/html,*/*|Authorization: Bearer "
                        + house.issuer.token("ann");
        String got = house.raw(lines("GET" + rest));
        String headed = house.raw(lines("HEAD" + rest));

        assertThat(headed)
                .startsWith(got.substring(0, "HTTP/1.1 200".length()))
                .endsWith("\r\n\r\n");
        assertThat(headed.split("\r\n\r\n", -1)).hasSize(2);
    }
}
