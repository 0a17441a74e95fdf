package org.zhengyou.kit.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.log.StoredEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * 命令原文. The command as it was decided, in the metadata of its events: without it no decision could
 * be run again. It is JSON as it stands; if that is long, compressed; in a service that holds keys,
 * compressed and sealed under the key of every person of whom its events carry personal values, of
 * who acted if they carry none: it dies with any of these keys, as the values do.
 *
 * <p>A long text is cut into equal slices, one for each event of the transaction, so that no event
 * becomes much larger than the others.
 */
final class CommandText {
    private static final int LONG = 1_024;
    private static final String COMPRESSED = "z:";
    private static final String SEALED = "s:";

    private final JsonMapper json =
            Json.shown()
                    .rebuild()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .addModule(new SimpleModule("order").addSerializer(new InOrder()))
                    .build();
    private final Optional<PersonalKeys> keys;

    CommandText(Optional<PersonalKeys> keys) {
        this.keys = keys;
    }

    /**
     * Adds the command to the metadata of its events.
     *
     * @param persons whose personal values the events carry
     */
    void stamp(
            List<Map<String, String>> events,
            Object command,
            String actor,
            Collection<String> persons) {
        String text = write(command, persons.isEmpty() ? List.of(actor) : persons);
        int slices = text.length() > LONG ? events.size() : 1;
        int length = (text.length() + slices - 1) / slices;
        for (int i = 0; i < slices; i++)
            events.get(i)
                    .put(
                            EventMetadata.COMMAND_TEXT,
                            text.substring(i * length, Math.min(text.length(), (i + 1) * length)));
        events.getFirst().put(EventMetadata.COMMAND, command.getClass().getSimpleName());
    }

    private String write(Object command, Collection<String> persons) {
        String text = plain(command);
        if (keys.isPresent()) return SEALED + sealed(keys.get(), text, persons);
        return text.length() <= LONG ? text : COMPRESSED + base64(compressed(text));
    }

    private static String sealed(PersonalKeys keys, String text, Collection<String> persons) {
        byte[] bytes = compressed(text);
        for (String person : persons) bytes = keys.seal(person, bytes);
        return String.join(",", persons) + ":" + base64(bytes);
    }

    /** The JSON of a command, the same for equal commands. */
    String plain(Object command) {
        return json.writeValueAsString(command);
    }

    /**
     * The JSON of the command that led to these events.
     *
     * @param decision the events of one transaction, in order
     * @return empty if a key it was sealed with no longer exists
     */
    Optional<String> read(List<StoredEvent> decision) {
        StringBuilder all = new StringBuilder();
        for (StoredEvent event : decision)
            all.append(event.metadata().getOrDefault(EventMetadata.COMMAND_TEXT, ""));
        String text = all.toString();
        if (text.startsWith(COMPRESSED))
            return Optional.of(expanded(bytes(text.substring(COMPRESSED.length()))));
        return text.startsWith(SEALED)
                ? opened(text.substring(SEALED.length()))
                : Optional.of(text);
    }

    private Optional<String> opened(String text) {
        int colon = text.lastIndexOf(':');
        Optional<byte[]> bytes = Optional.of(bytes(text.substring(colon + 1)));
        for (String person : List.of(text.substring(0, colon).split(",")).reversed())
            bytes = bytes.flatMap(one -> keys.orElseThrow().open(person, one));
        return bytes.map(CommandText::expanded);
    }

    /** The command of this type that {@link #read} gave the JSON of. */
    <C> C command(String text, Class<C> type) {
        return json.readValue(text, type);
    }

    private static byte[] compressed(String text) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var out = new ByteArrayOutputStream(text.length());
            byte[] buffer = new byte[LONG];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        }
    }

    private static String expanded(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            var out = new ByteArrayOutputStream(2 * bytes.length);
            byte[] buffer = new byte[LONG];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && inflater.needsInput())
                    throw new IllegalStateException("a command's text breaks off");
                out.write(buffer, 0, length);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException("a command's text cannot be read", e);
        }
    }

    /**
     * The order in which a set gives what it has is another one in each process; that of its texts
     * is not, whatever elements say of themselves.
     */
    private final class InOrder extends StdSerializer<Set<?>> {
        InOrder() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            set.stream()
                    .sorted(Comparator.comparing(CommandText.this::plain))
                    .forEach(one -> context.writeValue(out, one));
            out.writeEndArray();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
