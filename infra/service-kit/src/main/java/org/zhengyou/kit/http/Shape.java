package org.zhengyou.kit.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one JSON value as a Java value of one type. */
@FunctionalInterface
interface Shape {
    /**
     * The value, or null after everything that is wrong with it was added to the errors.
     *
     * @param node neither missing nor null
     * @param path where it stands in the body
     */
    @Nullable Object read(JsonNode node, String path, FieldErrors errors);
}
