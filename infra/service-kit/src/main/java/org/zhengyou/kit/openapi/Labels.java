package org.zhengyou.kit.openapi;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people call commands, views, sheets, fields and enum values. All but fields are called by
 * the Chinese term that their Javadoc begins with; fields as the words file of the service says
 * ({@code org/zhengyou/<service>/words.properties}), or else the one of the kit. A line is {@code
 * field=中文}, or {@code Record.field=中文} where a field is called otherwise in one record, with
 * {@code | English} behind it where the name itself is not English enough.
 */
final class Labels {
    private static final CommentFormatter TEXT = new CommentFormatter();

    /** The Chinese term ends where an explanation begins. */
    private static final Pattern TERM = Pattern.compile("^([\\p{IsHan}\\d][^.:;,(]*)");

    private final Properties words = new Properties();
    private final Set<String> missing = new TreeSet<>();

    Labels(String service) {
        read("/org/zhengyou/kit/openapi/words.properties");
        read("/org/zhengyou/" + service + "/words.properties");
    }

    private void read(String resource) {
        try (InputStream file = Labels.class.getResourceAsStream(resource)) {
            if (file != null) words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has no Chinese label, of all that was asked for. */
    Set<String> missing() {
        return missing;
    }

    /** Of a command, a view or a sheet. */
    Label of(Class<?> type) {
        String zh = term(RuntimeJavadoc.getJavadoc(type).getComment());
        String name = type.getSimpleName().replaceFirst("(?<=.)(View|Sheet)$", "");
        return label(type.getSimpleName(), zh, spaced(name));
    }

    /** Of a value of an enum. */
    Label of(Enum<?> value) {
        String name = value.getDeclaringClass().getSimpleName() + '.' + value.name();
        String english = value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        String zh = term(RuntimeJavadoc.getJavadoc(value).getComment());
        return said(name, null, zh, first(english));
    }

    /** Of a field. */
    Label of(Class<?> record, String field) {
        return said(record.getSimpleName() + '.' + field, field, null, spaced(field));
    }

    private Label said(
            String key, @Nullable String otherwise, @Nullable String zh, String english) {
        String said = words.getProperty(key);
        if (said == null && otherwise != null) said = words.getProperty(otherwise);
        if (said == null) return label(key, zh, english);
        int bar = said.indexOf(" | ");
        return bar < 0
                ? new Label(said, english)
                : new Label(said.substring(0, bar), said.substring(bar + 3));
    }

    private Label label(String key, @Nullable String zh, String english) {
        if (zh == null) missing.add(key);
        return new Label(zh == null ? "" : zh, english);
    }

    private static @Nullable String term(Comment comment) {
        Matcher term = TERM.matcher(TEXT.format(comment).strip());
        return term.find() ? term.group(1).strip() : null;
    }

    private static String spaced(String name) {
        return first(name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    private static String first(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
