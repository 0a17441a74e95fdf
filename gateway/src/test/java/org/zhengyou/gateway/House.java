package org.zhengyou.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengyou.gateway.access.KeptSessions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway on a free port with an issuer before and one service behind it. */
final class House implements AutoCloseable {
    static final List<String> SERVICES =
            List.of(
                    "organizations",
                    "members",
                    "activities",
                    "evaluations",
                    "commendations",
                    "insight");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final TokenIssuer issuer = new TokenIssuer();
    final Upstream upstream = new Upstream();
    final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ConfigurableApplicationContext gateway;

    private House(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("ZHENGYOU_PORT", 0);
        all.put("ZHENGYOU_ISSUER", issuer.url());
        all.put("ZHENGYOU_CONSOLE_CLIENT_SECRET", "s3cret-of-the-console");
        for (String service : SERVICES)
            all.put("ZHENGYOU_" + service.toUpperCase(Locale.ROOT) + "_URL", upstream.url());
        all.putAll(settings);
        gateway = GatewayApplication.start(all);
    }

    static House with(Map<String, Object> settings) {
        return new House(settings);
    }

    int port() {
        return requireNonNull(((WebServerApplicationContext) gateway).getWebServer()).getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** A request with this person's token. */
    HttpRequest.Builder as(String person, String path) {
        return to(path).header("Authorization", "Bearer " + issuer.token(person));
    }

    /** A request without any token. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> get(String person, String path) {
        return send(as(person, path));
    }

    HttpResponse<String> post(String person, String path, byte[] body) {
        return send(as(person, path).POST(BodyPublishers.ofByteArray(body)));
    }

    /** How many people hold a session. */
    int sessions() {
        return gateway.getBean(KeptSessions.class).all().size();
    }

    /** Ends all sessions, as time or a restart does. */
    void endSessions() {
        gateway.getBean(KeptSessions.class).all().forEach(session -> session.invalidate().block());
    }

    /** Writes these bytes and reads whatever comes until the connection ends. */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return rest(socket);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Checks that this is the gateway's own refusal, the last thing on its connection. */
    static void problem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"" + code + "\"", "\"titleZh\"", "\"detail\"")
                .doesNotContain("Exception")
                .endsWith("}");
    }

    /** Checks that this is the gateway's own refusal and returns it. */
    static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:zhengyou:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("titleZh").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.springframework");
        return problem;
    }

    @Override
    public void close() {
        gateway.close();
        upstream.close();
        issuer.close();
    }
}
