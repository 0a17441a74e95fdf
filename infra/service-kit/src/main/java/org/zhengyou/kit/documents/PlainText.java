package org.zhengyou.kit.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, without control characters but tabs and ends of lines and pages. */
final class PlainText {
    private static final int PIECE = 8 << 10;
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE + LONGEST_CHARACTER);
    private final CharBuffer characters = CharBuffer.allocate(PIECE + LONGEST_CHARACTER);

    private PlainText() {}

    /**
     * Copies a text as it is.
     *
     * @throws org.zhengyou.kit.http.ProblemException {@code UNSUPPORTED_MEDIA_TYPE} if it is none
     */
    static void copy(InputStream in, OutputStream out) throws IOException {
        PlainText text = new PlainText();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            text.check(piece, read);
            out.write(piece, 0, read);
        }
        text.check(piece, 0);
        text.end();
    }

    private void check(byte[] piece, int length) {
        bytes.put(piece, 0, length).flip();
        require(decoder.decode(bytes, characters, false));
        bytes.compact();
    }

    private void end() {
        require(decoder.decode(bytes.flip(), characters, true));
        require(decoder.flush(characters));
    }

    private void require(CoderResult result) {
        characters.flip();
        boolean isText = !result.isError() && characters.chars().allMatch(PlainText::isText);
        characters.clear();
        if (!isText) throw Refusals.unsupported();
    }

    private static boolean isText(int c) {
        return (c >= ' ' && c != 0x7F) || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
