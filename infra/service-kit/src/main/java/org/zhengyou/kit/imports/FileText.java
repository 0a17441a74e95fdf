package org.zhengyou.kit.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file that does not say in which encoding it is: what its byte order mark says, or
 * UTF-8, UTF-16 or GB18030, whichever all of it is. The whole file decides: on short texts every
 * guess by statistics fails.
 */
final class FileText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final int LOOKED_AT = 400;

    /** Of so many bytes of a table in UTF-16 at least one is a zero; in others it is a slip. */
    private static final int RARELY = 20;

    /** 一 and its like have their zero in the other byte. */
    private static final int SELDOM = 4;

    private FileText() {}

    /**
     * The text, without byte order mark.
     *
     * @throws UnreadableSheet naming the line if some bytes are no characters
     */
    static String of(byte[] file) {
        Charset marked = marked(file);
        if (marked != null) return read(file, mark(marked), marked);
        Charset wide = wide(file);
        if (wide != null) return read(file, 0, wide);
        int broken = broken(file, StandardCharsets.UTF_8);
        if (broken < 0) return new String(file, StandardCharsets.UTF_8);
        if (broken(file, GB18030) < 0) return new String(file, GB18030);
        throw brokenAt(file, broken, StandardCharsets.UTF_8);
    }

    private static @Nullable Charset marked(byte[] file) {
        if (file.length >= 3
                && file[0] == (byte) 0xEF
                && file[1] == (byte) 0xBB
                && file[2] == (byte) 0xBF) return StandardCharsets.UTF_8;
        if (file.length < 2) return null;
        if (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) return StandardCharsets.UTF_16LE;
        if (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) return StandardCharsets.UTF_16BE;
        return null;
    }

    private static int mark(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
    }

    /** UTF-16 has a zero in each separator, digit and line end; the others have none anywhere. */
    private static @Nullable Charset wide(byte[] file) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(file.length, LOOKED_AT); i++)
            if (file[i] == 0) {
                if (i % 2 == 0) even++;
                else odd++;
            }
        int least = Math.min(file.length, LOOKED_AT) / RARELY;
        if (Math.max(even, odd) <= least + SELDOM * Math.min(even, odd)) return null;
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static String read(byte[] file, int from, Charset charset) {
        byte[] rest = Arrays.copyOfRange(file, from, file.length);
        int broken = broken(rest, charset);
        if (broken >= 0) throw brokenAt(rest, broken, charset);
        return new String(rest, charset);
    }

    private static UnreadableSheet brokenAt(byte[] file, int at, Charset charset) {
        long line = 1 + new String(file, 0, at, charset).chars().filter(c -> c == '\n').count();
        return new UnreadableSheet(
                "第 %1$d 行有不是 %2$s 字符的字节 / line %1$d has bytes that are no characters of %2$s"
                        .formatted(line, charset.name()));
    }

    /** Where the first byte is that belongs to no character; -1 if there is none. */
    private static int broken(byte[] file, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(8_192);
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            out.clear();
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }
}
