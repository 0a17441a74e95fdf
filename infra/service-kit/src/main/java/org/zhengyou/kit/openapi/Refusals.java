package org.zhengyou.kit.openapi;

import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers that are none: a problem for each status, said once in a document. */
final class Refusals {
    private static final int FIRST_REFUSAL = 400;
    private static final String RETRY_AFTER = "Retry-After";

    private Refusals() {}

    /** Where the answer with this status is said. */
    static String reference(int status) {
        return "#/components/responses/" + status;
    }

    /** The answers with these statuses. */
    static ObjectNode of(Set<Integer> statuses) {
        ObjectNode responses = object();
        for (int status : statuses) {
            ObjectNode one = responses.putObject(String.valueOf(status));
            one.put("description", text(status));
            headers(status, one);
            if (status < FIRST_REFUSAL) continue;
            one.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        }
        return responses;
    }

    private static String text(int status) {
        return switch (status) {
            case 302 -> "To the sign-in, of a browser in which nobody is signed in.";
            case 400 -> "The request is not understood; every part that is wrong is named.";
            case 401 -> "There is no access token, or it is not valid.";
            case 403 ->
                    "Whoever asks may not do this; or a browser's request came without its CSRF"
                            + " token.";
            case 404 -> "There is nothing, or nothing that whoever asks may see.";
            case 405 -> "The address takes other methods.";
            case 406 -> "The client takes nothing that this could be answered with.";
            case 408 -> "The request did not arrive whole in time; nothing was done.";
            case 409 -> "A rule says no to what is on record, or what is on record just changed.";
            case 413 -> "The body is too large.";
            case 414 -> "The address is too long.";
            case 415 -> "The body is of another kind than this takes.";
            case 422 -> "A rule says no to what is asked, or the key was used for something else.";
            case 429 -> "More is asked for than is done at once; nothing was done.";
            case 431 -> "The headers are too large.";
            case 500 -> "A defect; it was logged under the errorId.";
            case 503 -> "Not available at the moment, or the outcome is not known.";
            case 504 -> "The time for one request is up.";
            default -> throw new IllegalArgumentException("no refusal has status " + status);
        };
    }

    private static void headers(int status, ObjectNode response) {
        switch (status) {
            case 302 -> header(response, "Location", "string").put("required", true);
            case 401 -> header(response, "WWW-Authenticate", "string").put("required", true);
            case 405 -> header(response, "Allow", "string").put("required", true);
            case 409, 429, 503, 504 -> header(response, RETRY_AFTER, "integer");
            default -> {
                // Says it all in its body.
            }
        }
    }

    private static ObjectNode header(ObjectNode response, String name, String type) {
        ObjectNode header = response.putObject("headers").putObject(name);
        if (name.equals(RETRY_AFTER)) header.put("description", "Seconds, where that would help.");
        header.putObject("schema").put("type", type);
        return header;
    }

    /** What a problem looks like. */
    static ObjectNode schema() {
        ObjectNode schema = object().put("type", "object");
        schema.put(
                "description",
                "RFC 9457; type is urn:zhengyou:refusal:<code> where a rule says no,"
                        + " urn:zhengyou:problem:<code> else.");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        properties
                .putObject("type")
                .put("type", "string")
                .put("pattern", "^urn:zhengyou:(?:refusal|problem):[A-Z_]+$");
        properties.putObject("status").put("type", "integer");
        for (String name : new String[] {"code", "title", "titleZh", "detail"})
            properties.putObject(name).put("type", "string");
        properties.propertyNames().forEach(required::add);
        text(properties, "clause", "Of the rule, for a refusal.");
        text(properties, "errorId", "Under which a defect was logged.");
        ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items");
        ObjectNode parts = error.put("type", "object").putObject("properties");
        text(parts, "field", "Header, parameter, or path into the body.");
        text(parts, "reason", "What is wrong and what would be right.");
        text(parts, "reasonZh", "The same in Chinese.");
        error.putArray("required").add("field").add("reason");
        error.put("additionalProperties", false);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
