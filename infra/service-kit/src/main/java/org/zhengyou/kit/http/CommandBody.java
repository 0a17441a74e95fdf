package org.zhengyou.kit.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies into command records, naming every bad field at once. */
final class CommandBody {
    /** Bytes of a command's body at most. */
    static final int MOST_BYTES = 256 << 10;

    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper TREES =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNameLength(LONGEST_NAME)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .maxStringLength(MOST_BYTES)
                                                    .build())
                                    .build())
                    .enable(
                            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Class<?> command;
    private final Shape shape;

    CommandBody(Class<?> command, Shapes shapes) {
        this.command = command;
        shape = new RecordShape(command, shapes);
    }

    /** The record of the command. */
    Class<?> command() {
        return command;
    }

    /** Shapes for the commands of one service. */
    static Shapes shapes() {
        return new Shapes(Json.strict());
    }

    /** The command, or null after everything that is wrong was added to the errors. */
    @Nullable Object read(byte[] body, FieldErrors errors) {
        JsonNode tree = tree(body, errors);
        return tree == null ? null : shape.read(tree, "", errors);
    }

    private static @Nullable JsonNode tree(byte[] body, FieldErrors errors) {
        try {
            return TREES.readTree(text(body));
        } catch (CharacterCodingException e) {
            errors.add("", "is not JSON in UTF-8 | 不是 UTF-8 的 JSON");
        } catch (StreamConstraintsException e) {
            errors.add(
                    "",
                    "is nested deeper than "
                            + DEEPEST
                            + " or has overlong names or numbers | 嵌套超过 "
                            + DEEPEST
                            + " 层，或名称、数字过长");
        } catch (MismatchedInputException e) {
            errors.add(
                    "",
                    "repeats a field, or something follows the object"
                            + at(e)
                            + " | 字段重复，或对象之后还有内容");
        } catch (JacksonException e) {
            errors.add("", "is not JSON in UTF-8" + at(e) + " | 不是 UTF-8 的 JSON");
        }
        return null;
    }

    /**
     * Decoded here: the parser would guess at UTF-16 and UTF-32, and takes what is UTF-8 in a
     * longer form than it has.
     */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String at(JacksonException e) {
        TokenStreamLocation where = e.getLocation();
        return where == null
                ? ""
                : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }
}
