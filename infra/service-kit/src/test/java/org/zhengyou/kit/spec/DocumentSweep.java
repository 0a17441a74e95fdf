package org.zhengyou.kit.spec;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks everything that a document promises, over HTTP, in every way in which people and programs
 * get it right or wrong, and holds the answers against the document.
 */
public final class DocumentSweep implements AutoCloseable {
    private static final JsonMapper JSON = Json.tolerant();
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");
    private static final List<String> ODD_QUERIES =
            List.of(
                    "colour=red",
                    "=1",
                    "%FF=1",
                    "a=%FF",
                    "asOf=soon&asOf=now",
                    "limit=-1",
                    "a&b&&");
    private static final List<String> ODD_VALUES =
            List.of("", "%00", "~", "..", "-", "9".repeat(30));
    private static final List<String> ODD_BODIES = List.of("", "{", "[]", "null", "{\"colour\":1}");
    private static final int TOO_LARGE = 300 << 10;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final JsonNode document;
    private final List<String> tokens;
    private final DocumentedAnswers answers;
    private final RightBodies bodies;
    private int keys;

    /**
     * A sweep over what this document promises.
     *
     * @param base address before its paths
     * @param tokens of people who may do more or less; the first sends what is wrong otherwise
     */
    public DocumentSweep(String base, JsonNode document, List<String> tokens) {
        this.base = base;
        this.document = document;
        this.tokens = List.copyOf(tokens);
        this.answers = new DocumentedAnswers(document);
        this.bodies = new RightBodies(document);
    }

    /** Asks everything; what it heard. */
    public DocumentedAnswers run() {
        document.path("paths")
                .forEachEntry(
                        (path, at) -> {
                            wrongMethods(path);
                            at.forEachEntry(
                                    (method, operation) ->
                                            sweep(
                                                    path,
                                                    method.toUpperCase(Locale.ROOT),
                                                    operation));
                        });
        return answers;
    }

    private void wrongMethods(String path) {
        for (String method : METHODS)
            hear(path, method, to(path, "", tokens.getFirst()), BodyPublishers.noBody());
    }

    private void sweep(String path, String method, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        JsonNode schema = content.path("application/json").path("schema");
        String right = schema.isMissingNode() ? "x" : JSON.writeValueAsString(bodies.of(schema));
        BodyPublisher body =
                content.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(right);
        for (String token : tokens) hear(path, method, dated(to(path, "", token)), body);
        hear(path, method, to(path, "", null), body);
        hear(path, method, to(path, "", null).setHeader("Accept", "text/html"), body);
        hear(path, method, to(path, "", "a.b.c"), body);
        hear(path, method, to(path, "", tokens.getFirst()).setHeader("Accept", "text/html"), body);
        hear(path, method, to(path, "", tokens.getFirst()).setHeader("Accept", "nonsense"), body);
        queries(path, method, operation, body);
        BodyPublisher large = BodyPublishers.ofString("x".repeat(TOO_LARGE));
        hear(path, method, to(path, "", tokens.getFirst()), large);
        if (!schema.isMissingNode()) commands(path, right);
    }

    private void queries(String path, String method, JsonNode operation, BodyPublisher body) {
        for (String odd : ODD_QUERIES) hear(path, method, to(path, odd, tokens.getFirst()), body);
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            if (!parameter.path("in").asString().equals("query")) continue;
            for (String odd : ODD_VALUES) {
                if (name.equals("after") && odd.startsWith("9")) continue; // it would wait for it
                hear(path, method, to(path, name + "=" + odd, tokens.getFirst()), body);
            }
        }
    }

    private void commands(String path, String right) {
        String token = tokens.getFirst();
        for (String odd : ODD_BODIES)
            hear(path, "POST", to(path, "", token), BodyPublishers.ofString(odd));
        HttpRequest.Builder text = to(path, "", token).setHeader("Content-Type", "text/plain");
        hear(path, "POST", text, BodyPublishers.ofString(right));
        HttpRequest.Builder bad = to(path, "", token).header("Idempotency-Key", "with a space");
        hear(path, "POST", bad, BodyPublishers.ofString(right));
        String key = "sweep-" + ++keys;
        for (String on : List.of("2010-06-15", "2010-06-15", "2010-06-16", "1900-01-01", "soon"))
            hear(
                    path,
                    "POST",
                    to(path, "", token)
                            .header("Idempotency-Key", key)
                            .header("Zhengyou-Effective-At", on),
                    BodyPublishers.ofString(right));
    }

    private static HttpRequest.Builder dated(HttpRequest.Builder request) {
        return request.header("Zhengyou-Effective-At", "2010-06-15");
    }

    private HttpRequest.Builder to(String path, String query, @Nullable String token) {
        String address = base + path.replaceAll("\\{[^}]*}", "none");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(query.isEmpty() ? address : address + '?' + query))
                        .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private void hear(String path, String method, HttpRequest.Builder request, BodyPublisher body) {
        try {
            HttpResponse<String> answer =
                    client.send(request.method(method, body).build(), BodyHandlers.ofString());
            answers.hear(path, method, answer);
        } catch (IOException e) {
            throw new AssertionError("no answer from " + method + " " + path, e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
