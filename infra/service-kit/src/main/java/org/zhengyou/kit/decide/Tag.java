package org.zhengyou.kit.decide;

/**
 * Something by which the log finds events: the boundary within which a decision is consistent.
 *
 * @param key what kind of thing, e.g. {@code review}
 * @param value which one
 * @param blind whether the value is personal: the store sees a random alias of it, which can be
 *     forgotten
 */
public record Tag(String key, String value, boolean blind) {
    /** A tag whose value may be read by anyone who reads the log. */
    public static Tag of(String key, String value) {
        return new Tag(key, value, false);
    }

    /** A tag for an identifier. */
    public static Tag of(String key, Identifier id) {
        return new Tag(key, id.value(), false);
    }

    /** A tag on a personal value such as a member number: the store sees an alias of it. */
    public static Tag blind(String key, String value) {
        return new Tag(key, value, true);
    }
}
