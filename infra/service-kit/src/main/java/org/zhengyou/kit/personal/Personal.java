package org.zhengyou.kit.personal;

import org.jspecify.annotations.Nullable;

/**
 * 个人信息. A personal value of one person inside an event or a row. It is sealed with that person's
 * key before it reaches the log, a view's collection or Kafka; only the service that owns the keys
 * opens it, and nobody after the key was destroyed.
 *
 * @param person whose value and whose key: the member id
 * @param text the value in clear; null where it cannot be opened
 */
public record Personal(String person, @Nullable String text) {
    /** A personal value of this person. */
    public static Personal of(String person, String text) {
        return new Personal(person, text);
    }

    /** Never the value: it must not reach a log line by accident. */
    @Override
    public String toString() {
        return "Personal[" + person + "]";
    }
}
