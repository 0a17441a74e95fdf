package org.zhengyou.kit.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON array as a list, or as a set.
 *
 * @param distinct whether it is a set, in which nothing may be repeated
 */
record ListShape(Shape element, boolean distinct) implements Shape {
    @Override
    public @Nullable Object read(JsonNode node, String path, FieldErrors errors) {
        if (!node.isArray()) {
            errors.add(path, "must be an array | 须为数组");
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++)
            values.add(element.read(node.get(i), path + '[' + i + ']', errors));
        return distinct ? set(values, path, errors) : Collections.unmodifiableList(values);
    }

    private static Object set(List<@Nullable Object> values, String path, FieldErrors errors) {
        LinkedHashSet<@Nullable Object> set = new LinkedHashSet<>(values);
        if (set.size() < values.size() && !values.contains(null))
            errors.add(path, "must name nothing twice | 不得重复");
        return Collections.unmodifiableSet(set);
    }
}
