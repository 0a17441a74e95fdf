package org.zhengyou.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as anybody could make them: sent once, and every answer is shown as it came. */
final class Http {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Names that only somebody who saw the inside could tell. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "[a-z]Exception|\\bat (org|java|io|reactor)\\.|org\\.zhengyou|springframework|jackson"
                            + "|tomcat|netty|mongo|axon|stackTrace|Whitelabel",
                    Pattern.CASE_INSENSITIVE);

    private Http() {}

    /** A request to this address, to be completed. */
    static HttpRequest.Builder to(String url, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static Answer get(String url, @Nullable String token) {
        return send(to(url, token).GET());
    }

    /** Sends a command's body as it is given. */
    static Answer post(String url, @Nullable String token, String body, String... headers) {
        HttpRequest.Builder request =
                to(url, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What came back. */
    record Answer(String asked, int status, HttpHeaders headers, String text) {
        private static Answer of(HttpResponse<byte[]> response) {
            HttpRequest request = response.request();
            return new Answer(
                    request.method() + ' ' + request.uri(),
                    response.statusCode(),
                    response.headers(),
                    new String(response.body(), UTF_8));
        }

        JsonNode json() {
            return JSON.readTree(text);
        }

        /** Code of the problem, after checking that it is one and gives nothing away. */
        String problem() {
            assertThat(status).as("%s: %s", asked, text).isBetween(400, 499);
            assertThat(headers.firstValue("Content-Type").orElse(""))
                    .as(asked)
                    .isEqualTo("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("status").asInt()).as(asked).isEqualTo(status);
            assertThat(problem.path("title").asString()).as(asked).isNotBlank();
            assertThat(problem.path("titleZh").asString()).as(asked).containsPattern("\\p{IsHan}");
            assertThat(problem.path("detail").asString()).as(asked).isNotBlank();
            assertThat(text).as(asked).doesNotContainPattern(INSIDE);
            assertThat(problem.path("type").asString())
                    .as(asked)
                    .matches("urn:zhengyou:(refusal|problem):" + problem.path("code").asString());
            return problem.path("code").asString();
        }

        /** The fields it names as bad. */
        List<String> fields() {
            List<String> fields = new ArrayList<>();
            json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
            return fields;
        }
    }
}
