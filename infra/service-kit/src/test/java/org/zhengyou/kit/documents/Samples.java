package org.zhengyou.kit.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Documents such as people and their programs make, and some such as nobody should. */
final class Samples {
    /** What a camera writes beside the pixels. */
    static final String PLACE = "39.9042N116.4074E";

    private static final int APP_1 = 0xE1;
    private static final int COMMENT = 0xFE;

    private Samples() {}

    static byte[] pdf(String text) {
        return ("%PDF-1.4\n" + text + "\n%%EOF\n").getBytes(UTF_8);
    }

    /** A PDF of this length, made while it is read. */
    static InputStream pdf(long length, long seed) {
        byte[] head = pdf("seed " + seed);
        return new InputStream() {
            private final Random random = new Random(seed);
            private long at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int most) {
                if (at == length) return -1;
                byte[] some = new byte[(int) Math.min(most, length - at)];
                random.nextBytes(some);
                for (int i = 0; i < some.length && at + i < head.length; i++)
                    some[i] = head[(int) (at + i)];
                System.arraycopy(some, 0, into, offset, some.length);
                at += some.length;
                return some.length;
            }
        };
    }

    static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) for (int y = 0; y < 30; y++) image.setRGB(x, y, x * y * 4321);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A photograph of a phone that lay on its side: Exif with a place, a comment, more behind. */
    static byte[] photograph() {
        byte[] plain = picture("jpeg");
        ByteBuffer exif = ByteBuffer.allocate(32).put("Exif\0\0".getBytes(ISO_8859_1));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(6 << 16).putInt(0);
        byte[] after = ("\n" + PLACE).getBytes(UTF_8);
        return joined(
                part(plain, 0, 2),
                segment(APP_1, joined(exif.array(), PLACE.getBytes(UTF_8))),
                segment(APP_1, ("http://ns.adobe.com/xap/1.0/\0" + PLACE).getBytes(UTF_8)),
                segment(COMMENT, PLACE.getBytes(UTF_8)),
                part(plain, 2, plain.length),
                after);
    }

    /** The same, as a PNG has it. */
    static byte[] drawing() {
        byte[] plain = picture("png");
        int header = 8 + 12 + 13;
        return joined(
                part(plain, 0, header),
                chunk("tEXt", ("Comment\0" + PLACE).getBytes(UTF_8)),
                chunk("eXIf", PLACE.getBytes(UTF_8)),
                part(plain, header, plain.length),
                PLACE.getBytes(UTF_8));
    }

    /** A few bytes that would unpack to ten thousand million pixels. */
    static byte[] endlessPng() {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(100_000).putInt(100_000);
        header.put((byte) 8).put((byte) 2);
        byte[] plain = picture("png");
        return joined(
                part(plain, 0, 8), chunk("IHDR", header.array()), part(plain, 33, plain.length));
    }

    /** As {@link #endlessPng}. */
    static byte[] endlessJpeg() {
        byte[] plain = picture("jpeg");
        for (int i = 2; i < plain.length - 9; i++)
            if (plain[i] == (byte) 0xFF && plain[i + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(plain)
                        .putShort(i + 5, (short) 65_000)
                        .putShort(i + 7, (short) 65_000);
                return plain;
            }
        throw new AssertionError("no frame");
    }

    /** An office document with these parts. */
    static byte[] archive(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A text document that unpacks to six hundred megabytes of nothing. */
    static byte[] endlessArchive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] nothing = new byte[1_000_000];
            for (int i = 0; i < 600; i++) zip.write(nothing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] part(byte[] whole, int from, int to) {
        return Arrays.copyOfRange(whole, from, to);
    }

    private static byte[] segment(int marker, byte[] said) {
        ByteBuffer head = ByteBuffer.allocate(4).putShort((short) (0xFF00 | marker));
        return joined(head.putShort((short) (said.length + 2)).array(), said);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = joined(type.getBytes(ISO_8859_1), data);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
