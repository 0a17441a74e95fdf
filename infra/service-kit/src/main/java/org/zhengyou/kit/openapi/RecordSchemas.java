package org.zhengyou.kit.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.validation.Digest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12) of records, with their Javadoc as description. */
final class RecordSchemas {
    private static final CommentFormatter TEXT = new CommentFormatter();

    private final SchemaBuilder builder;
    private final Set<Class<?>> besideKeys = new HashSet<>();

    RecordSchemas(Labels labels) {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                Json.tolerant(),
                                SchemaVersion.DRAFT_2020_12,
                                OptionPreset.PLAIN_JSON)
                        .with(
                                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                                Option.PLAIN_DEFINITION_KEYS,
                                Option.STANDARD_FORMATS)
                        .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> Integer.compare(place(one), place(other)))
                .withTypeAttributeOverride(
                        (node, scope, context) -> values(node, scope.getType(), labels))
                .withCustomDefinitionProvider((type, context) -> plain(type.getErasedType()))
                .withDescriptionResolver(scope -> ofType(scope.getType().getErasedType()))
                .withAdditionalPropertiesResolver(this::more);
        config.forFields()
                .withNullableCheck(RecordSchemas::isNullable)
                .withRequiredCheck(field -> !isNullable(field))
                .withInstanceAttributeOverride(
                        (node, field, context) -> meaning(node, field, labels))
                .withDescriptionResolver(RecordSchemas::ofField);
        Limits.addTo(config.forFields());
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** Says, before it is referred to, that this record stands in an object beside a key. */
    void withKey(Class<?> type) {
        besideKeys.add(type);
    }

    /** Nothing but its fields belongs to a record, unless it stands beside a key. */
    private @Nullable Type more(TypeScope scope) {
        Class<?> type = scope.getType().getErasedType();
        return type.isRecord() && !besideKeys.contains(type) ? Void.class : null;
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

    /** Labels of the values of an enum. */
    private static void values(ObjectNode node, ResolvedType type, Labels labels) {
        Class<?> raw = type.getErasedType();
        if (!raw.isEnum()) return;
        ObjectNode all = node.putObject("x-labels");
        for (Object value : raw.getEnumConstants()) {
            Enum<?> one = (Enum<?>) value;
            Label label = labels.of(one);
            all.putObject(one.name()).put("zh", label.zh()).put("en", label.en());
        }
    }

    /** What a field is called, whether its id is new, and where its id is explained. */
    private static void meaning(ObjectNode node, FieldScope field, Labels labels) {
        if (!field.isFakeContainerItemScope())
            labels.of(field.getDeclaringType().getErasedType(), field.getDeclaredName())
                    .addTo(node);
        if (field.getRawMember().isAnnotationPresent(Digest.class)) node.put("x-document", true);
        if (field.getRawMember().isAnnotationPresent(New.class)) {
            node.put("x-new", true);
            return;
        }
        Class<?> type = field.getType().getErasedType();
        RefersTo[] places =
                type == String.class
                        ? field.getRawMember().getAnnotationsByType(RefersTo.class)
                        : type.getAnnotationsByType(RefersTo.class);
        if (places.length == 0) return;
        ArrayNode all = node.putArray("x-ref");
        for (RefersTo place : places) {
            ObjectNode one = all.addObject().put("view", place.view()).put("name", place.name());
            if (!place.by().isEmpty()) one.put("by", place.by());
        }
    }

    private static @Nullable CustomDefinition plain(Class<?> type) {
        if (Identifier.class.isAssignableFrom(type))
            return inline(text().put("pattern", "^" + Identifier.FORM.pattern() + "$"));
        return type == Personal.class ? inline(shown()) : null;
    }

    /** A personal value, or null if nobody can open it any more. */
    private static ObjectNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.putArray("type").add("string").add("null");
        return shown;
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }

    private static CustomDefinition inline(ObjectNode node) {
        return new CustomDefinition(
                node, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
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

    /** Fields stand as they were declared: in this order people read them and fill them in. */
    private static int place(MemberScope<?, ?> member) {
        RecordComponent[] all = member.getDeclaringType().getErasedType().getRecordComponents();
        int place = 0;
        if (all != null)
            while (place < all.length && !all[place].getName().equals(member.getDeclaredName()))
                place++;
        return place;
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
