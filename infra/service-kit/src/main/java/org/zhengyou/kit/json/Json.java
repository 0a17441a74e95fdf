package org.zhengyou.kit.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.personal.PersonalJson;
import org.zhengyou.kit.personal.PersonalKeys;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The one JSON of the platform: identifiers are plain strings, dates ISO, absent is null,
 * properties in alphabetical order of their names so that equal values have equal text.
 */
public final class Json {
    private Json() {}

    /**
     * Reads tolerantly: fields it does not know are passed over. For facts, whose writers may be
     * newer than their readers. Personal values stay sealed.
     */
    public static JsonMapper tolerant() {
        return stored(null);
    }

    /**
     * As {@link #tolerant}; seals and opens personal values with these keys, where there are any.
     */
    public static JsonMapper stored(@Nullable PersonalKeys keys) {
        return builder().addModule(PersonalJson.stored(keys)).build();
    }

    /** For answers to people: personal values in clear, where they can be opened. */
    public static JsonMapper shown() {
        return builder().addModule(PersonalJson.shown()).build();
    }

    /**
     * Reads strictly: an unknown field, a missing or wrongly typed one is an error. For commands.
     */
    public static JsonMapper strict() {
        return builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    /** What both have in common, to be completed. */
    public static JsonMapper.Builder builder() {
        SimpleModule identifiers =
                new SimpleModule("identifiers") {
                    @Override
                    public void setupModule(SetupContext context) {
                        super.setupModule(context);
                        context.addDeserializers(new IdentifierDeserializers());
                    }
                };
        identifiers.addSerializer(new IdentifierSerializer());
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // A record is its components: a question it answers (isKnown) is no part of it.
                .changeDefaultVisibility(
                        visibility ->
                                visibility
                                        .withGetterVisibility(Visibility.NONE)
                                        .withIsGetterVisibility(Visibility.NONE)
                                        .withFieldVisibility(Visibility.ANY))
                .addModule(identifiers);
    }

    private static final class IdentifierSerializer extends StdSerializer<Identifier> {
        IdentifierSerializer() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier id, JsonGenerator out, SerializationContext context) {
            out.writeString(id.value());
        }
    }

    private static final class IdentifierDeserializers extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return Identifier.class.isAssignableFrom(type.getRawClass())
                    ? new IdentifierDeserializer(type.getRawClass())
                    : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return Identifier.class.isAssignableFrom(type);
        }
    }

    private static final class IdentifierDeserializer extends ValueDeserializer<Object> {
        private final Class<?> type;
        private final Constructor<?> ofText;

        IdentifierDeserializer(Class<?> type) {
            this.type = type;
            try {
                ofText = type.getDeclaredConstructor(String.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is no record of one text", e);
            }
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getValueAsString();
            try {
                return ofText.newInstance(text);
            } catch (ReflectiveOperationException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                return context.reportInputMismatch(type, "%s", String.valueOf(cause.getMessage()));
            }
        }
    }
}
