package org.zhengyou.kit.openapi;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;

/** The limits that a command's annotations say, as a schema says them. */
final class Limits {
    private Limits() {}

    static void addTo(SchemaGeneratorConfigPart<FieldScope> fields) {
        fields.withStringMinLengthResolver(Limits::shortest)
                .withStringMaxLengthResolver(Limits::longest)
                .withStringPatternResolver(f -> said(f, Pattern.class, p -> '^' + p.regexp() + '$'))
                .withNumberInclusiveMinimumResolver(Limits::least)
                .withNumberInclusiveMaximumResolver(
                        f -> said(f, Max.class, max -> number(max.value())))
                .withArrayMinItemsResolver(f -> said(f, Size.class, size -> least(size.min())))
                .withArrayMaxItemsResolver(f -> said(f, Size.class, Size::max))
                .withArrayUniqueItemsResolver(f -> said(f, Distinct.class, distinct -> true));
    }

    private static @Nullable Integer shortest(FieldScope field) {
        Integer digest = said(field, Digest.class, any -> 1);
        return digest != null ? digest : said(field, Text.class, text -> least(text.min()));
    }

    private static @Nullable Integer longest(FieldScope field) {
        Integer digest = said(field, Digest.class, any -> Digest.LONGEST);
        return digest != null ? digest : said(field, Text.class, Text::max);
    }

    private static @Nullable BigDecimal least(FieldScope field) {
        BigDecimal positive = said(field, Positive.class, any -> BigDecimal.ONE);
        return positive != null ? positive : said(field, Min.class, min -> number(min.value()));
    }

    /** Nothing where nothing is required. */
    private static @Nullable Integer least(int min) {
        return min > 0 ? min : null;
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    /** What this annotation of the field says, or of the entries of its list; null without it. */
    private static <A extends Annotation, T> @Nullable T said(
            FieldScope scope, Class<A> type, Function<A, @Nullable T> limit) {
        A annotation = annotation(scope, type);
        return annotation == null ? null : limit.apply(annotation);
    }

    private static <A extends Annotation> @Nullable A annotation(FieldScope scope, Class<A> type) {
        Field field = scope.getRawMember();
        AnnotatedElement element = field;
        if (scope.isFakeContainerItemScope()) {
            if (!(field.getAnnotatedType() instanceof AnnotatedParameterizedType list)) return null;
            element = list.getAnnotatedActualTypeArguments()[0];
        }
        return element.getAnnotation(type);
    }
}
