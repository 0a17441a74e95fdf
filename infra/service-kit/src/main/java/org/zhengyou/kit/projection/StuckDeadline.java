package org.zhengyou.kit.projection;

import org.bson.Document;

/**
 * A row that is due and stays so: its command was refused, failed or did not help.
 *
 * @param id deadline, due instant and row
 * @param deadline its name
 * @param key the row
 * @param dueAt ISO instant
 * @param why a refusal's code and clause, {@code STILL_DUE}, or an exception's class; nobody's data
 * @param at where it went wrong; empty unless something failed
 * @param since ISO instant
 */
record StuckDeadline(
        String id, String deadline, String key, String dueAt, String why, String at, String since) {

    static StuckDeadline of(Document stored) {
        return new StuckDeadline(
                stored.getString("_id"),
                stored.getString("deadline"),
                stored.getString("key"),
                stored.getString("dueAt"),
                stored.getString("why"),
                stored.getString("at"),
                stored.getString("since"));
    }

    Document document() {
        return new Document("_id", id)
                .append("deadline", deadline)
                .append("key", key)
                .append("dueAt", dueAt)
                .append("why", why)
                .append("at", at)
                .append("since", since);
    }
}
