package org.zhengyou.kit.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something a request says beside its body.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param name as it is sent
 * @param text what it means and what is right, for people
 * @param schema what is right, as far as JSON Schema says it
 */
public record Parameter(String in, String name, String text, Map<String, Object> schema) {
    private static final String QUERY = "query";

    /** Keeps the order of what is said. */
    public Parameter {
        schema = new LinkedHashMap<>(schema);
    }

    private static Parameter of(String in, String name, String text) {
        return new Parameter(in, name, text, Map.of("type", "string"));
    }

    /** A text behind the question mark. */
    public static Parameter query(String name, String text) {
        return of(QUERY, name, text);
    }

    /** A text in a header. */
    public static Parameter header(String name, String text) {
        return of("header", name, text);
    }

    /** One segment of the path. */
    public static Parameter path(String name, String text) {
        return of("path", name, text);
    }

    /** {@code true} or {@code false}. */
    public static Parameter truth(String name, String text) {
        return new Parameter(QUERY, name, text, Map.of("type", "boolean"));
    }

    /** A whole number within these bounds. */
    public static Parameter number(String name, long least, long most, String text) {
        Parameter number = new Parameter(QUERY, name, text, Map.of("type", "integer"));
        return number.and("minimum", least).and("maximum", most);
    }

    /** The same, and it has this form as a whole. */
    public Parameter formed(Pattern form) {
        return and("pattern", "^(?:" + form.pattern() + ")$");
    }

    /** The same, and it begins like this. */
    public Parameter begun(Pattern beginning) {
        return and("pattern", "^" + beginning.pattern());
    }

    /** The same, and it has one of these formats of JSON Schema. */
    public Parameter anyOf(String... formats) {
        List<Map<String, String>> all = new ArrayList<>();
        for (String format : formats) all.add(Map.of("format", format));
        return and("anyOf", all);
    }

    /** The same, with a value that is right. */
    public Parameter such(Object example) {
        return and("examples", List.of(example));
    }

    /** The same, and it may be given more than once. */
    public Parameter repeated() {
        return new Parameter(in, name, text, Map.of("type", "array")).and("items", schema);
    }

    private Parameter and(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put(keyword, value);
        return new Parameter(in, name, text, more);
    }

    boolean isQuery() {
        return in.equals(QUERY);
    }
}
