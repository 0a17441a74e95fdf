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
                .withStringPatternResolver(
                        f ->
                                of(f, Pattern.class) instanceof Pattern p
                                        ? '^' + p.regexp() + '$'
                                        : null)
                .withNumberInclusiveMinimumResolver(Limits::least)
                .withNumberInclusiveMaximumResolver(
                        f -> of(f, Max.class) instanceof Max m ? number(m.value()) : null)
                .withArrayMinItemsResolver(
                        f -> of(f, Size.class) instanceof Size s && s.min() > 0 ? s.min() : null)
                .withArrayMaxItemsResolver(
                        f -> of(f, Size.class) instanceof Size s ? s.max() : null)
                .withArrayUniqueItemsResolver(
                        f -> of(f, Distinct.class) == null ? null : Boolean.TRUE);
    }

    private static @Nullable Integer shortest(FieldScope field) {
        if (of(field, Digest.class) != null) return 1;
        return of(field, Text.class) instanceof Text text && text.min() > 0 ? text.min() : null;
    }

    private static @Nullable Integer longest(FieldScope field) {
        if (of(field, Digest.class) != null) return Digest.LONGEST;
        return of(field, Text.class) instanceof Text text ? text.max() : null;
    }

    private static @Nullable BigDecimal least(FieldScope field) {
        if (of(field, Positive.class) != null) return BigDecimal.ONE;
        return of(field, Min.class) instanceof Min min ? number(min.value()) : null;
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    /** The annotation of the field, or of the entries of its list. */
    private static <A extends Annotation> @Nullable A of(FieldScope scope, Class<A> type) {
        Field field = scope.getRawMember();
        AnnotatedElement element = field;
        if (scope.isFakeContainerItemScope()) {
            if (!(field.getAnnotatedType() instanceof AnnotatedParameterizedType list)) return null;
            element = list.getAnnotatedActualTypeArguments()[0];
        }
        return element.getAnnotation(type);
    }
}
