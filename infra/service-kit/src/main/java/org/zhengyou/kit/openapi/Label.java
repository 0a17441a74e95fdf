package org.zhengyou.kit.openapi;

import tools.jackson.databind.node.ObjectNode;

/**
 * What people call something.
 *
 * @param zh in Chinese; empty if nobody has said it
 * @param en in English
 */
public record Label(String zh, String en) {
    /** Adds it to a schema. */
    void addTo(ObjectNode schema) {
        schema.putObject("x-label").put("zh", zh).put("en", en);
    }
}
