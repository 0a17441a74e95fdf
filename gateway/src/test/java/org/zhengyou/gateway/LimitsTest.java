package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.gateway.House.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int KIB = 1024;

    @SuppressWarnings("NullAway.Init")
    private static House house;

    @BeforeAll
    static void start() {
        house =
                House.with(
                        Map.of(
                                "ZHENGYOU_REQUESTS_PER_SECOND", 1,
                                "ZHENGYOU_REQUESTS_BURST", 20,
                                "ZHENGYOU_CONNECTIONS", 30));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static HttpResponse<String> chunked(String person, String path, int bytes) {
        return house.send(
                house.as(person, path)
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[bytes]))));
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused() {
        problem(
                house.post("len", "/api/members/large", new byte[KIB * KIB + 1]),
                413,
                "BODY_TOO_LARGE");
        assertThat(house.upstream.seen()).noneMatch(one -> one.uri().endsWith("large"));
        assertThat(house.post("len", "/api/members/fits", new byte[KIB * KIB]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_chunked_body_that_turns_out_too_large_is_refused_too() {
        problem(chunked("chu", "/api/members/many", KIB * KIB + 1), 413, "BODY_TOO_LARGE");
        problem(chunked("chu", "/api/members/many", 5 * KIB * KIB), 413, "BODY_TOO_LARGE");
        assertThat(house.upstream.seen()).noneMatch(one -> one.uri().endsWith("many"));
        assertThat(chunked("chu", "/api/members/few", KIB * KIB).body())
                .isEqualTo("{\"bytes\":1048576}");
    }

    @Test
    void an_import_may_be_larger_but_not_endless() {
        assertThat(chunked("imp", "/api/members/imports/members", 3 * KIB * KIB).body())
                .isEqualTo("{\"bytes\":3145728}");
        problem(
                chunked("imp", "/api/members/imports/all", 16 * KIB * KIB + 1),
                413,
                "BODY_TOO_LARGE");
        problem(chunked("imp", "/api/members/x/imports/", 3 * KIB * KIB), 413, "BODY_TOO_LARGE");
    }

    @Test
    void a_document_may_be_larger_still_at_its_own_address_only() {
        assertThat(chunked("doc", "/api/members/documents", 17 * KIB * KIB).body())
                .isEqualTo("{\"bytes\":17825792}");
        for (String other : List.of("/api/members/documents/x", "/api/members/x/documents"))
            problem(chunked("doc", other, 3 * KIB * KIB), 413, "BODY_TOO_LARGE");
        problem(
                chunked("doc", "/api/members/documents", 50 * KIB * KIB + 1),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back_and_others_are_served() {
        String token = house.issuer.token("eager");
        HttpResponse<String> last = withToken(token);
        for (int i = 0; i < 40 && last.statusCode() == 200; i++) last = withToken(token);

        problem(last, 429, "TOO_MANY_REQUESTS");
        assertThat(last.headers().firstValue("Retry-After").map(Integer::valueOf).orElseThrow())
                .isBetween(1, 3);
        assertThat(house.get("patient", "/api/members/x").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> withToken(String token) {
        return house.send(house.to("/api/members/x").header("Authorization", "Bearer " + token));
    }

    @Test
    void guessing_tokens_is_counted_by_address() {
        try (House own =
                House.with(
                        Map.of(
                                "ZHENGYOU_STRANGERS_BURST", 5,
                                "ZHENGYOU_STRANGERS_PER_SECOND", 1))) {
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++)
                answers.add(
                        own.send(
                                        own.to("/api/members/x")
                                                .header("Authorization", "Bearer guess" + i))
                                .statusCode());

            assertThat(answers).contains(401, 429).containsOnly(401, 429);
            problem(own.send(own.to("/api/members/x")), 429, "TOO_MANY_REQUESTS");
        }
    }

    @Test
    void connections_beyond_the_limit_are_closed_and_the_others_live() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            Socket first = connect(sockets);
            int closed = 0;
            for (int i = 0; i < 35; i++) if (isClosed(connect(sockets))) closed++;

            assertThat(closed).isPositive();
            assertThat(isClosed(first)).isFalse();
        } finally {
            for (Socket socket : sockets) socket.close();
        }
    }

    private static Socket connect(List<Socket> sockets) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port());
        socket.setSoTimeout(10_000);
        sockets.add(socket);
        return socket;
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.getOutputStream()
                    .write(
                            "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
