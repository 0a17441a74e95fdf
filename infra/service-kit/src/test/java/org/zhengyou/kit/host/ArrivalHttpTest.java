package org.zhengyou.kit.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.sample.ExhibitionService;

/** Requests arrive whole within a time, or not at all. */
class ArrivalHttpTest extends HttpTest {
    /** Of a header that may have 16 KB; a client this slow has long been ended. */
    private static final int MOST_DROPS = 12_000;

    @BeforeAll
    static void startHastyHost() {
        host.close();
        host =
                TestHost.start(
                        ExhibitionService.definition(),
                        store,
                        issuer,
                        folder,
                        Map.of("ZHENGYOU_RECEIVE_LIMIT", "PT2S"));
    }

    private static String post(String lines) {
        return "POST /exhibitions/commands/OpenExhibition HTTP/1.1\r\nHost: x\r\n"
                + "Content-Type: application/json\r\n"
                + lines;
    }

    private static String authorized(String lines) {
        return post("Authorization: Bearer " + setup + "\r\n" + lines);
    }

    /** Sends to all of them, and asks as a person would in between, until the server ended all. */
    private static List<Drip> ended(String head) throws IOException {
        List<Drip> drips = new ArrayList<>();
        for (int i = 0; i < 50; i++) drips.add(Drip.begin(host.port(), head));
        boolean all = false;
        while (!all) {
            all = true;
            for (Drip drip : drips) all &= drip.drop();
            Answer answer =
                    host.send(
                            host.request("/exhibitions/me")
                                    .header("Authorization", "Bearer " + setup));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(drips.getLast().drops()).isLessThan(MOST_DROPS);
        }
        for (Drip drip : drips) drip.close();
        return drips;
    }

    @Test
    void headers_that_come_byte_by_byte_are_ended_and_others_are_answered_meanwhile()
            throws IOException {
        assertThat(ended(post("X-Slow: "))).allMatch(drip -> drip.answer().isEmpty());
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_ended_with_the_reason() throws IOException {
        for (String length : List.of("Content-Length: 200000", "Transfer-Encoding: chunked"))
            for (Drip drip : ended(authorized(length + "\r\n\r\n" + chunk(length))))
                assertThat(drip.answer())
                        .startsWith("HTTP/1.1 408")
                        .contains("application/problem+json", "REQUEST_TIMEOUT");
    }

    @Test
    void who_announces_more_has_more_time() throws IOException {
        Drip little = Drip.begin(host.port(), document("anna", 250_000));
        Drip much = Drip.begin(host.port(), document("ben", 1 << 20));
        while (!little.drop()) {
            assertThat(much.drop()).as("ended before the shorter one").isFalse();
            host.send(host.request("/exhibitions/me").header("Authorization", "Bearer " + setup));
        }
        while (!much.drop())
            host.send(host.request("/exhibitions/me").header("Authorization", "Bearer " + setup));
        for (Drip drip : List.of(little, much)) {
            assertThat(drip.answer()).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
            drip.close();
        }
    }

    private static String document(String person, int length) {
        return "POST /exhibitions/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + issuer.token(person)
                + "\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private static String chunk(String length) {
        return length.endsWith("chunked") ? "30000\r\n" : "";
    }

    @Test
    void a_body_nobody_asked_for_is_ended_after_the_refusal() throws IOException {
        for (Drip drip : ended(post("Content-Length: 200000\r\n\r\n")))
            assertThat(drip.answer()).startsWith("HTTP/1.1 401");
    }

    /** With what lies in the sockets' own buffers it is a few megabytes, never all of it. */
    @ParameterizedTest
    @CsvSource({"Content-Length: 1073741824", "Transfer-Encoding: chunked"})
    void a_gigabyte_without_a_token_is_not_read(String length) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSendBufferSize(64 << 10);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), host.port()));
            OutputStream out = socket.getOutputStream();
            out.write(post(length + "\r\n\r\n").getBytes(UTF_8));
            if (length.endsWith("chunked")) out.write("40000000\r\n".getBytes(UTF_8));
            byte[] some = new byte[64 << 10];
            long sent = 0;
            try {
                while (sent < 1L << 30) {
                    out.write(some);
                    sent += some.length;
                }
            } catch (IOException e) {
                assertThat(e).isNotNull(); // the connection was closed
            }
            assertThat(sent).isLessThan(12L << 20);
        }
    }
}
