package org.zhengyou.log;

/** What a text must be like so that it is read back exactly as it was hashed. */
final class Text {
    private Text() {}

    static void name(String field, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an event needs a non-empty " + field);
        }
        valid(field, text);
    }

    static void tag(String tag) {
        if (tag.indexOf('=') < 1) {
            throw new IllegalArgumentException("a tag reads key=value, not: " + tag);
        }
        valid("tag", tag);
    }

    static void metadata(String key, String value) {
        boolean storable = key.indexOf('\0') < 0 && key.indexOf('.') < 0 && !key.startsWith("$");
        if (key.isBlank() || !storable) {
            throw new IllegalArgumentException("no metadata key: '" + key + "'");
        }
        valid("metadata key", key);
        valid("metadata " + key, value);
    }

    /** A lone surrogate has no UTF-8 form: it would come back as another text. */
    static void valid(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) != 2) {
                    throw new IllegalArgumentException(field + " is not valid Unicode at " + i);
                }
                i++;
            }
        }
    }
}
