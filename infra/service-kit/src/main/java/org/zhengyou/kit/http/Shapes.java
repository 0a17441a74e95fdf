package org.zhengyou.kit.http;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.validation.Dates;
import org.zhengyou.kit.validation.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shapes of the types that commands are made of. Other types are left to the strict mapper,
 * which reports one error at a time.
 */
final class Shapes {
    private static final Map<Class<?>, Shape> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, Shapes::text),
                    Map.entry(boolean.class, Shapes::bool),
                    Map.entry(Boolean.class, Shapes::bool),
                    Map.entry(int.class, Shapes::whole),
                    Map.entry(Integer.class, Shapes::whole),
                    Map.entry(long.class, Shapes::wholeLong),
                    Map.entry(Long.class, Shapes::wholeLong),
                    Map.entry(BigDecimal.class, Shapes::decimal),
                    Map.entry(Year.class, Shapes::year),
                    Map.entry(
                            LocalDate.class,
                            parsed(
                                    Dates::date,
                                    "must be an ISO date such as 2010-06-15 | 须为 2010-06-15 这样的日期")),
                    Map.entry(
                            YearMonth.class,
                            parsed(
                                    Dates::month,
                                    "must be an ISO month such as 2010-06 | 须为 2010-06 这样的月份")),
                    Map.entry(
                            Instant.class,
                            parsed(
                                    Dates::instant,
                                    "must be an ISO instant such as 2010-06-15T08:00:00Z | 须为"
                                            + " 2010-06-15T08:00:00Z 这样的时刻")),
                    Map.entry(UUID.class, parsed(UUID::fromString, "must be a UUID | 须为 UUID")));

    private final JsonMapper strict;
    private final Map<Type, Shape> known = new HashMap<>();

    Shapes(JsonMapper strict) {
        this.strict = strict;
    }

    /** Whether null is a value of this type. */
    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The shape of a type. */
    Shape of(AnnotatedType annotated) {
        if (annotated.getType() instanceof Class<?> type) return of(type);
        if (annotated instanceof AnnotatedParameterizedType generic
                && annotated.getType() instanceof ParameterizedType of) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (of.getRawType() == List.class) return new ListShape(element(arguments[0]), false);
            if (of.getRawType() == Set.class) return new ListShape(element(arguments[0]), true);
            if (of.getRawType() == Map.class)
                return new MapShape(of(arguments[0]), element(arguments[1]));
        }
        return byMapper(annotated.getType());
    }

    private Shape of(Class<?> type) {
        Shape shape = SIMPLE.get(type);
        if (shape != null) return shape;
        if (Identifier.class.isAssignableFrom(type)) return identifier(type);
        if (type.isEnum()) return name(type);
        if (!type.isRecord()) return byMapper(type);
        Shape before = known.get(type);
        if (before != null) return before;
        RecordShape record = new RecordShape(type, this);
        known.put(type, record);
        return record;
    }

    private Shape element(AnnotatedType type) {
        Shape shape = of(type);
        return (node, path, errors) -> {
            if (!node.isNull()) return shape.read(node, path, errors);
            errors.add(path, "must not be null | 不得为 null");
            return null;
        };
    }

    private Shape byMapper(Type type) {
        return (node, path, errors) -> {
            try {
                return strict.<@Nullable Object>treeToValue(node, strict.constructType(type));
            } catch (JacksonException e) {
                errors.add(path, "is not of the kind that belongs here | 类型不符");
                return null;
            }
        };
    }

    private static Shape identifier(Class<?> type) {
        Function<String, Object> constructor = Identifiers.constructor(type);
        return (node, path, errors) -> {
            if (!node.isString())
                return wrong(path, "must be an identifier in quotes | 须为带引号的标识", errors);
            try {
                return constructor.apply(node.stringValue());
            } catch (IllegalArgumentException e) {
                return wrong(path, String.valueOf(e.getMessage()), errors);
            }
        };
    }

    private static Shape name(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants())
            constants.put(((Enum<?>) constant).name(), constant);
        String all = Arrays.toString(type.getEnumConstants());
        String reason = "must be one of " + all + " | 须为 " + all + " 之一";
        return (node, path, errors) -> {
            Object constant = node.isString() ? constants.get(node.stringValue()) : null;
            return constant == null ? wrong(path, reason, errors) : constant;
        };
    }

    private static Shape parsed(Function<String, Object> parse, String reason) {
        return (node, path, errors) -> {
            if (!node.isString()) return wrong(path, reason, errors);
            try {
                return parse.apply(node.stringValue());
            } catch (DateTimeException | IllegalArgumentException e) {
                return wrong(path, reason, errors);
            }
        };
    }

    private static @Nullable Object text(JsonNode node, String path, FieldErrors errors) {
        if (!node.isString()) return wrong(path, "must be a text in quotes | 须为带引号的文字", errors);
        String text = node.stringValue();
        return Texts.isClean(text)
                ? Texts.normal(text)
                : wrong(
                        path,
                        "must be Unicode without control characters or marks of direction | 须为不含控制字符和方向标记的 Unicode 文字",
                        errors);
    }

    private static @Nullable Object bool(JsonNode node, String path, FieldErrors errors) {
        return node.isBoolean()
                ? (Object) node.booleanValue()
                : wrong(path, "must be true or false | 须为 true 或 false", errors);
    }

    private static @Nullable Object whole(JsonNode node, String path, FieldErrors errors) {
        return node.isIntegralNumber() && node.canConvertToInt()
                ? (Object) node.intValue()
                : wrong(path, "must be a whole number | 须为整数", errors);
    }

    private static @Nullable Object wholeLong(JsonNode node, String path, FieldErrors errors) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? (Object) node.longValue()
                : wrong(path, "must be a whole number | 须为整数", errors);
    }

    private static @Nullable Object decimal(JsonNode node, String path, FieldErrors errors) {
        return node.isNumber()
                ? (Object) node.decimalValue()
                : wrong(path, "must be a number | 须为数字", errors);
    }

    private static @Nullable Object year(JsonNode node, String path, FieldErrors errors) {
        boolean year = node.isIntegralNumber() && node.canConvertToInt();
        return year && node.intValue() > 0 && node.intValue() <= Dates.LAST_YEAR
                ? (Object) Year.of(node.intValue())
                : wrong(path, "must be a year such as 2010 | 须为 2010 这样的年份", errors);
    }

    private static @Nullable Object wrong(String path, String reason, FieldErrors errors) {
        errors.add(path, reason);
        return null;
    }
}
