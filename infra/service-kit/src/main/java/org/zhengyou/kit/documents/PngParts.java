package org.zhengyou.kit.documents;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Writes a PNG anew with what its pixels need and nothing else: no texts, times, Exif or further
 * pictures, nothing behind its end. The pixels are the very same; they are not unpacked here.
 */
final class PngParts {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final Set<String> NEEDED =
            Set.of("IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "IDAT", "IEND");
    private static final String HEADER = "IHDR";
    private static final String END = "IEND";
    private static final int HEADER_BYTES = 13;
    private static final int PIECE = 8 << 10;

    private final CRC32 sum = new CRC32();
    private final CheckedInputStream bytes;
    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean hasHeader;

    private PngParts(InputStream in, OutputStream out) {
        bytes = new CheckedInputStream(in, sum);
        this.in = new DataInputStream(bytes);
        this.out = new DataOutputStream(out);
    }

    /**
     * Copies a picture up to its end.
     *
     * @throws java.io.EOFException if it has none
     */
    static void copy(InputStream in, OutputStream out) throws IOException {
        new PngParts(in, out).copy();
    }

    private void copy() throws IOException {
        in.skipNBytes(SIGNATURE.length);
        out.write(SIGNATURE);
        String type = next();
        while (!type.equals(END)) type = next();
        out.flush();
    }

    /** Copies the next part, if it is needed; its type. */
    private String next() throws IOException {
        int length = in.readInt();
        sum.reset();
        byte[] name = in.readNBytes(4);
        String type = new String(name, StandardCharsets.ISO_8859_1);
        if (length < 0 || hasHeader == type.equals(HEADER)) throw damaged();
        boolean isNeeded = NEEDED.contains(type);
        if (isNeeded) {
            out.writeInt(length);
            out.write(name);
        }
        if (type.equals(HEADER)) header(length);
        else body(length, isNeeded);
        int said = (int) sum.getValue();
        if (in.readInt() != said) throw damaged();
        if (isNeeded) out.writeInt(said);
        return type;
    }

    private void header(int length) throws IOException {
        if (length != HEADER_BYTES) throw damaged();
        hasHeader = true;
        byte[] header = new byte[HEADER_BYTES];
        in.readFully(header);
        ByteBuffer sizes = ByteBuffer.wrap(header);
        Pixels.check(DocumentType.PNG, sizes.getInt(0), sizes.getInt(4));
        out.write(header);
    }

    private void body(int length, boolean isNeeded) throws IOException {
        byte[] piece = new byte[Math.min(length, PIECE)];
        for (int left = length; left > 0; ) {
            int some = Math.min(left, piece.length);
            in.readFully(piece, 0, some);
            if (isNeeded) out.write(piece, 0, some);
            left -= some;
        }
    }

    private static RuntimeException damaged() {
        return Refusals.damaged(DocumentType.PNG);
    }
}
