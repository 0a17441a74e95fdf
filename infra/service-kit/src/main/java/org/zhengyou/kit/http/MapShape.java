package org.zhengyou.kit.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A JSON object as a map. */
record MapShape(Shape key, Shape value) implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, String path, FieldErrors errors) {
        if (!node.isObject()) {
            errors.add(path, "must be an object | 须为对象");
            return null;
        }
        Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String below = path + '.' + entry.getKey();
            JsonNode name = JsonNodeFactory.instance.stringNode(entry.getKey());
            values.put(key.read(name, below, errors), value.read(entry.getValue(), below, errors));
        }
        return Collections.unmodifiableMap(values);
    }
}
