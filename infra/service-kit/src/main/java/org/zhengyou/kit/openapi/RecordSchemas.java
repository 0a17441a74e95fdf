package org.zhengyou.kit.openapi;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12) of records, with their Javadoc as description. */
final class RecordSchemas {
    private static final CommentFormatter TEXT = new CommentFormatter();

    private final SchemaBuilder builder;

    RecordSchemas() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                Json.tolerant(),
                                SchemaVersion.DRAFT_2020_12,
                                OptionPreset.PLAIN_JSON)
                        .with(
                                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                                Option.PLAIN_DEFINITION_KEYS,
                                Option.STANDARD_FORMATS)
                        .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> plain(type.getErasedType()))
                .withDescriptionResolver(scope -> ofType(scope.getType().getErasedType()));
        config.forFields()
                .withNullableCheck(RecordSchemas::isNullable)
                .withRequiredCheck(field -> !isNullable(field))
                .withDescriptionResolver(RecordSchemas::ofField);
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** A reference to the schema of this record. */
    ObjectNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /** All schemas referred to so far. */
    ObjectNode definitions() {
        return builder.collectDefinitions("components/schemas");
    }

    /** The Javadoc of a type in one line, empty if it has none. */
    static String describe(Class<?> type) {
        return Optional.ofNullable(ofType(type)).orElse("");
    }

    private static @Nullable CustomDefinition plain(Class<?> type) {
        if (Identifier.class.isAssignableFrom(type))
            return inline(text().put("pattern", "^" + Identifier.FORM.pattern() + "$"));
        return type == Personal.class ? inline(text()) : null;
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }

    private static CustomDefinition inline(ObjectNode node) {
        return new CustomDefinition(
                node, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
    }

    private static @Nullable String ofType(Class<?> type) {
        return text(RuntimeJavadoc.getJavadoc(type).getComment());
    }

    private static @Nullable String ofField(FieldScope field) {
        Class<?> owner = field.getDeclaringType().getErasedType();
        return RuntimeJavadoc.getJavadoc(owner).getRecordComponents().stream()
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .map(ParamJavadoc::getComment)
                .map(RecordSchemas::text)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Comment comment) {
        String text = TEXT.format(comment).replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? null : text;
    }

    private static boolean isNullable(FieldScope field) {
        RecordComponent[] components =
                field.getDeclaringType().getErasedType().getRecordComponents();
        return components != null
                && Arrays.stream(components)
                        .filter(c -> c.getName().equals(field.getDeclaredName()))
                        .anyMatch(c -> c.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
