package org.zhengyou.kit.personal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How personal values look in JSON: sealed where they are stored, in clear only where shown. */
public final class PersonalJson {
    private PersonalJson() {}

    /**
     * The stored form, {@code {"person": id, "sealed": base64 or null}}.
     *
     * @param keys the keys of the service that may open; null where nobody may: then nothing is
     *     written and nothing is opened
     */
    public static SimpleModule stored(@Nullable PersonalKeys keys) {
        SimpleModule module = new SimpleModule("personal, stored");
        module.addSerializer(new Sealing(keys));
        module.addDeserializer(Personal.class, new Opening(keys));
        return module;
    }

    /** The shown form: the plain text, or null where it cannot be opened. */
    public static SimpleModule shown() {
        SimpleModule module = new SimpleModule("personal, shown");
        module.addSerializer(new Showing());
        return module;
    }

    private static final class Sealing extends StdSerializer<Personal> {
        private final @Nullable PersonalKeys keys;

        Sealing(@Nullable PersonalKeys keys) {
            super(Personal.class);
            this.keys = keys;
        }

        @Override
        public void serialize(Personal value, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeStringProperty("person", value.person());
            String text = value.text();
            if (keys == null || text == null) out.writeNullProperty("sealed");
            else out.writeStringProperty("sealed", keys.seal(value.person(), text));
            out.writeEndObject();
        }
    }

    private static final class Opening extends StdDeserializer<Personal> {
        private final @Nullable PersonalKeys keys;

        Opening(@Nullable PersonalKeys keys) {
            super(Personal.class);
            this.keys = keys;
        }

        @Override
        public Personal deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            String person = node.path("person").asString("");
            JsonNode sealed = node.path("sealed");
            Optional<String> text =
                    keys == null || !sealed.isString()
                            ? Optional.empty()
                            : keys.open(person, sealed.asString());
            return new Personal(person, text.orElse(null));
        }
    }

    private static final class Showing extends StdSerializer<Personal> {
        Showing() {
            super(Personal.class);
        }

        @Override
        public void serialize(Personal value, JsonGenerator out, SerializationContext context) {
            String text = value.text();
            if (text == null) out.writeNull();
            else out.writeString(text);
        }
    }
}
