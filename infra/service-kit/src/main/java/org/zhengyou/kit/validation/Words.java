package org.zhengyou.kit.validation;

import jakarta.validation.MessageInterpolator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What is said of a broken constraint, in two languages, with its limits filled in. */
final class Words implements MessageInterpolator {
    private final Properties words = new Properties();

    Words() {
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(Words.class.getResourceAsStream("words.properties")),
                        StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String interpolate(String template, Context context) {
        String text = template;
        if (template.startsWith("{") && template.endsWith("}"))
            text = words.getProperty(template.substring(1, template.length() - 1), template);
        Map<String, Object> limits = context.getConstraintDescriptor().getAttributes();
        for (Map.Entry<String, Object> limit : limits.entrySet())
            text = text.replace('{' + limit.getKey() + '}', String.valueOf(limit.getValue()));
        return text;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return interpolate(template, context);
    }
}
