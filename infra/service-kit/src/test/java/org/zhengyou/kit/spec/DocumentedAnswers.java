package org.zhengyou.kit.spec;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.zhengyou.kit.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers against the OpenAPI document of whoever gave them. */
public final class DocumentedAnswers {
    private static final String PROBLEM = "application/problem+json";

    private static final JsonMapper JSON = Json.tolerant();

    private final JsonNode document;
    private final Set<Integer> statuses = new TreeSet<>();
    private final Set<String> complaints = new TreeSet<>();

    /** Answers that this document describes. */
    public DocumentedAnswers(JsonNode document) {
        this.document = document;
    }

    /**
     * Remembers whatever of this answer is not said in the document.
     *
     * @param path as the document has it
     * @param method that was sent, which the path need not have
     */
    public void hear(String path, String method, HttpResponse<String> answer) {
        statuses.add(answer.statusCode());
        JsonNode operation = operation(path, method);
        JsonNode said = resolved(operation.at("/responses/" + answer.statusCode()));
        String where = method + " " + path + ": " + answer.statusCode();
        if (said.isMissingNode()) {
            complaints.add(where + " is not documented");
            return;
        }
        String type = mediaType(answer.headers());
        boolean isBare = said.path("content").isMissingNode() && answer.body().isEmpty();
        if (!isBare && !said.path("content").has(type))
            complaints.add(where + " as '" + type + "' is not documented");
        for (String header : required(said))
            if (answer.headers().firstValue(header).isEmpty())
                complaints.add(where + " has no header " + header);
        if (type.equals(PROBLEM)) problem(answer, method, where);
    }

    private void problem(HttpResponse<String> answer, String method, String where) {
        if (method.equals("HEAD")) return;
        JsonNode problem = JSON.readTree(answer.body());
        if (problem.path("status").asInt(0) != answer.statusCode())
            complaints.add(where + " says another status in its problem");
    }

    /** A method that the path does not have is answered as any that it has. */
    private JsonNode operation(String path, String method) {
        JsonNode at = document.path("paths").path(path);
        String name = (method.equals("HEAD") ? "GET" : method).toLowerCase(Locale.ROOT);
        if (at.has(name)) return at.path(name);
        return at.valueStream().findFirst().orElseThrow();
    }

    private JsonNode resolved(JsonNode answer) {
        JsonNode reference = answer.path("$ref");
        return reference.isMissingNode()
                ? answer
                : document.at(reference.asString("").substring(1));
    }

    private static List<String> required(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.path("headers")
                .forEachEntry(
                        (name, header) -> {
                            if (header.path("required").asBoolean(false)) names.add(name);
                        });
        return names;
    }

    private static String mediaType(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("none").replaceFirst(";.*", "");
    }

    /** Every status that was heard. */
    public Set<Integer> statuses() {
        return statuses;
    }

    /** What is not said in the document. */
    public Set<String> complaints() {
        return complaints;
    }
}
