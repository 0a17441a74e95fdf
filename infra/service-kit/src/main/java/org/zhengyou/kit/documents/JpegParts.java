package org.zhengyou.kit.documents;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JPEG anew with what its pixels need and nothing else: no Exif (places, devices, times,
 * small pictures), no XMP, no comments, nothing behind its end. Which side is up is the one thing
 * kept of Exif. The pixels are the very same; they are not decoded here.
 */
final class JpegParts {
    private static final int APP_0 = 0xE0;
    private static final int APP_1 = 0xE1;
    private static final int APP_14 = 0xEE;
    private static final int APP_15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
    private static final int JFIF_BYTES = 14;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int UPRIGHT = 1;
    private static final int LAST_ORIENTATION = 8;

    private final DataInputStream in;
    private final DataOutputStream out;
    private int orientation = UPRIGHT;
    private boolean hasHead;
    private boolean hasFrame;

    private JpegParts(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /**
     * Copies a picture up to its end.
     *
     * @throws java.io.EOFException if it has none
     */
    static void copy(InputStream in, OutputStream out) throws IOException {
        new JpegParts(in, out).copy();
    }

    private void copy() throws IOException {
        if (marker() != BEGIN) throw Refusals.damaged(DocumentType.JPEG);
        out.writeShort(0xFF00 | BEGIN);
        int marker = marker();
        while (marker != END) marker = copy(marker);
        if (!hasFrame) throw Refusals.damaged(DocumentType.JPEG);
        out.writeShort(0xFF00 | END);
        out.flush();
    }

    private int marker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) throw Refusals.damaged(DocumentType.JPEG);
        return afterFill();
    }

    private int afterFill() throws IOException {
        int next = in.readUnsignedByte();
        while (next == 0xFF) next = in.readUnsignedByte();
        return next;
    }

    /** Copies one part, if it is needed; the marker of the next one. */
    private int copy(int marker) throws IOException {
        if (marker < 0xC0 || (marker >= FIRST_RESTART && marker <= BEGIN))
            throw Refusals.damaged(DocumentType.JPEG);
        byte[] part = new byte[length()];
        in.readFully(part);
        if ((marker >= APP_0 && marker <= APP_15) || marker == COMMENT) {
            application(marker, part);
            return marker();
        }
        writeHead();
        if (isFrame(marker)) frame(part);
        write(marker, part);
        return marker == SCAN ? scan() : marker();
    }

    private int length() throws IOException {
        int length = in.readUnsignedShort() - 2;
        if (length < 0) throw Refusals.damaged(DocumentType.JPEG);
        return length;
    }

    private void application(int marker, byte[] part) throws IOException {
        if (hasHead) return;
        if (marker == APP_0 && begins(part, JFIF) && part.length >= JFIF_BYTES) {
            byte[] bare = Arrays.copyOf(part, JFIF_BYTES);
            bare[JFIF_BYTES - 2] = 0; // no small picture
            bare[JFIF_BYTES - 1] = 0;
            write(marker, bare);
        } else if (marker == APP_1 && begins(part, EXIF)) orientation = orientation(part);
        else if (marker == APP_14 && begins(part, ADOBE)) write(marker, part);
    }

    private static boolean begins(byte[] part, byte[] with) {
        return part.length >= with.length
                && Arrays.equals(part, 0, with.length, with, 0, with.length);
    }

    /** Exif is a TIFF in a part of its own. */
    private static int orientation(byte[] exif) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif, EXIF.length, exif.length - EXIF.length).slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            tiff.position(tiff.getInt(4));
            int fields = Short.toUnsignedInt(tiff.getShort());
            for (int i = 0; i < fields; i++) {
                Integer said = orientation(tiff);
                if (said != null) return said;
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            return UPRIGHT; // said in no way that can be read
        }
        return UPRIGHT;
    }

    /** What the next field says of it; null if it is another field. */
    private static @Nullable Integer orientation(ByteBuffer tiff) {
        int tag = Short.toUnsignedInt(tiff.getShort());
        int type = tiff.getShort();
        tiff.getInt();
        int value = Short.toUnsignedInt(tiff.getShort());
        tiff.getShort();
        if (tag != ORIENTATION || type != SHORT) return null;
        return value >= UPRIGHT && value <= LAST_ORIENTATION ? value : UPRIGHT;
    }

    private void writeHead() throws IOException {
        if (hasHead) return;
        hasHead = true;
        if (orientation == UPRIGHT) return;
        ByteBuffer exif = ByteBuffer.allocate(EXIF.length + 26).put(EXIF);
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        write(APP_1, exif.array());
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private void frame(byte[] part) {
        if (hasFrame || part.length < 6) throw Refusals.damaged(DocumentType.JPEG);
        hasFrame = true;
        ByteBuffer frame = ByteBuffer.wrap(part);
        Pixels.check(
                DocumentType.JPEG,
                Short.toUnsignedLong(frame.getShort(3)),
                Short.toUnsignedLong(frame.getShort(1)));
    }

    private void write(int marker, byte[] part) throws IOException {
        out.writeShort(0xFF00 | marker);
        out.writeShort(part.length + 2);
        out.write(part);
    }

    /** The pixels go on until a marker that is none of a restart. */
    private int scan() throws IOException {
        while (true) {
            int next = in.readUnsignedByte();
            if (next != 0xFF) {
                out.write(next);
                continue;
            }
            int marker = afterFill();
            if (marker != 0 && (marker < FIRST_RESTART || marker > LAST_RESTART)) return marker;
            out.writeShort(0xFF00 | marker);
        }
    }
}
