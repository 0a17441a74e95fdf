package org.zhengyou.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How the platform is asked for rows and how they are read: the one place that knows the form of
 * addresses and answers.
 *
 * @param service whose
 * @param view which
 * @param key of one row; empty for the first page of all
 */
record Question(String service, String view, String key) {
    /** Rows of a page. */
    static final int PAGE = 50;

    static Question list(String service, String view) {
        return new Question(service, view, "");
    }

    boolean isList() {
        return key.isEmpty();
    }

    String title() {
        return service + "/" + view + (isList() ? "" : ", a row");
    }

    /** Path and parameters. */
    String path(When when) {
        String path = "/api/" + service + "/" + view;
        return isList()
                ? path + "?limit=" + PAGE + when.parameters()
                : path
                        + "/"
                        + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20")
                        + when.parameters().replaceFirst("&", "?");
    }

    /** How many rows an answer has. */
    int rows(JsonNode answer) {
        return isList() ? answer.path("rows").size() : 1;
    }

    /** The same about the first row of this list, if it has one. */
    Optional<Question> row(JsonNode answer) {
        JsonNode first = answer.path("rows").path(0).path("key");
        return first.isString()
                ? Optional.of(new Question(service, view, first.asString()))
                : Optional.empty();
    }
}
