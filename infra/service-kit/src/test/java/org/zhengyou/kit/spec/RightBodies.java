package org.zhengyou.kit.spec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that a document's schemas take: what must be there, each as small as it may be. */
final class RightBodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TEXT = "abcdefghij";

    private final JsonNode document;

    RightBodies(JsonNode document) {
        this.document = document;
    }

    /** A value that this schema takes. */
    JsonNode of(JsonNode schema) {
        if (schema.has("$ref")) return of(document.at(schema.path("$ref").asString().substring(1)));
        if (schema.has("anyOf")) return of(schema.path("anyOf").path(0));
        if (schema.has("enum")) return schema.path("enum").path(0);
        if (schema.has("const")) return schema.path("const");
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.stringNode(text(schema));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("object");
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode name : schema.path("required"))
            object.set(name.asString(), of(schema.path("properties").path(name.asString())));
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        if (schema.path("minItems").asInt(0) > 0) array.add(of(schema.path("items")));
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2010-06-15";
            case "date-time" -> "2010-06-15T00:00:00Z";
            default ->
                    schema.path("pattern").asString("").contains("A-Z][A-Z0-9")
                            ? "A"
                            : TEXT.substring(0, Math.max(1, schema.path("minLength").asInt(1)));
        };
    }
}
