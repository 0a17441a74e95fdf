package org.zhengyou.kit.openapi;

import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.view.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as OpenAPI says them: by media type, with their schemas. */
final class Contents {
    private final RecordSchemas schemas;

    Contents(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode of(Content content) {
        ObjectNode byType = object();
        ObjectNode media = byType.putObject(content.mediaType());
        switch (content) {
            case Content.Json json -> media.set("schema", oneOf(json));
            case Content.Rows rows ->
                    media.set("schema", rows.many() ? listed(rows.view()) : rows(rows.view()));
            case Content.Described _ -> media.putObject("schema").put("type", "object");
            case Content.Plain _ -> {
                // The media type says it all.
            }
        }
        return byType;
    }

    private ObjectNode oneOf(Content.Json json) {
        if (json.records().size() == 1) return schemas.reference(json.records().getFirst());
        ObjectNode any = object();
        ArrayNode all = any.putArray("oneOf");
        json.records().forEach(record -> all.add(schemas.reference(record)));
        return any;
    }

    /** A list: its rows are the answer of the view, each with its key. */
    private ObjectNode rows(View<?, ?> view) {
        ObjectNode list = common();
        addRows(list, view);
        list.withArray("required").add("live").add("total").add("next").add("rows");
        return list;
    }

    /** A list of rows; where rows are counted, there are counts and no rows. */
    private ObjectNode listed(View<?, ?> view) {
        ObjectNode list = common();
        addRows(list, view);
        ObjectNode counts = list.withObjectProperty("properties").putObject("counts");
        counts.put("type", "array");
        counts.put("description", "Instead of rows if count was asked: fields, and how many rows.");
        ObjectNode one = counts.putObject("items").put("type", "object");
        one.putObject("properties").putObject("count").put("type", "integer");
        one.putArray("required").add("count");
        one.putObject("additionalProperties").putArray("type").add("string").add("null");
        ArrayNode either = list.putArray("oneOf");
        either.addObject().putArray("required").add("live").add("total").add("next").add("rows");
        either.addObject().putArray("required").add("counts");
        return list;
    }

    private static ObjectNode common() {
        ObjectNode list = object().put("type", "object");
        ObjectNode properties = list.putObject("properties");
        ArrayNode required = list.putArray("required");
        for (String time : new String[] {"asOf", "knownAt"}) {
            properties.putObject(time).put("type", "string").put("format", "date-time");
            required.add(time);
        }
        for (String place : new String[] {"position", "inboxPosition"}) {
            properties.putObject(place).put("type", "integer");
            required.add(place);
        }
        list.put("additionalProperties", false);
        return list;
    }

    private void addRows(ObjectNode list, View<?, ?> view) {
        ObjectNode properties = list.withObjectProperty("properties");
        properties
                .putObject("live")
                .put("type", "boolean")
                .put("description", "Whether all rows are shown as they stand now.");
        nullable(properties, "total", "integer", "How many rows there are; null if not known.");
        nullable(
                properties,
                "next",
                "string",
                "What to ask for the next page; null after the last.");
        ObjectNode row = properties.putObject("rows").put("type", "array").putObject("items");
        ArrayNode parts = row.putArray("allOf");
        ObjectNode key = parts.addObject().put("type", "object");
        key.putObject("properties").putObject("key").put("type", "string");
        key.putArray("required").add("key");
        parts.add(schemas.reference(view.answerType()));
        row.put("unevaluatedProperties", false);
    }

    private static void nullable(
            ObjectNode properties, String name, String type, String description) {
        ObjectNode field = properties.putObject(name);
        field.putArray("type").add(type).add("null");
        field.put("description", description);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
