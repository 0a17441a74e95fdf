package org.zhengyou.kit.documents;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.zhengyou.kit.http.ProblemException;

/**
 * Reads a document as it comes, tells what it is by its bytes, and writes it as it is kept:
 * pictures without what they say beside their pixels, everything else as it is.
 */
final class Intake {
    private static final int PIECE = 64 << 10;
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private Intake() {}

    /**
     * Reads all of it.
     *
     * @param most how many bytes it may have
     * @throws ProblemException what is wrong with it, or that it did not arrive
     */
    static DocumentType read(InputStream body, long most, Draft into) throws IOException {
        InputStream in = new BufferedInputStream(new Arriving(body, most), PIECE);
        byte[] head = head(in);
        if (head.length == 0) throw ProblemException.malformed("body", "has no bytes | 没有内容");
        DocumentType type = type(head, in, into);
        in.transferTo(OutputStream.nullOutputStream()); // what comes behind the end of a picture
        into.close();
        return type == DocumentType.XLSX ? OfficeFile.typeOf(into.opened()) : type;
    }

    private static byte[] head(InputStream in) throws IOException {
        in.mark(PngParts.SIGNATURE.length);
        byte[] head = in.readNBytes(PngParts.SIGNATURE.length);
        in.reset();
        return head;
    }

    /** Of an archive, which one is seen when it is there. */
    private static DocumentType type(byte[] head, InputStream in, OutputStream into)
            throws IOException {
        OutputStream out = new BufferedOutputStream(into, PIECE);
        DocumentType type = copied(head, in, out);
        out.flush();
        return type;
    }

    private static DocumentType copied(byte[] head, InputStream in, OutputStream out)
            throws IOException {
        if (begins(head, PngParts.SIGNATURE)) {
            picture(DocumentType.PNG, in, out);
            return DocumentType.PNG;
        }
        if (begins(head, JPEG)) {
            picture(DocumentType.JPEG, in, out);
            return DocumentType.JPEG;
        }
        if (begins(head, PDF) || begins(head, ARCHIVE)) {
            in.transferTo(out);
            return begins(head, PDF) ? DocumentType.PDF : DocumentType.XLSX;
        }
        PlainText.copy(in, out);
        return DocumentType.TEXT;
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length
                && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    private static void picture(DocumentType type, InputStream in, OutputStream out)
            throws IOException {
        try {
            if (type == DocumentType.JPEG) JpegParts.copy(in, out);
            else PngParts.copy(in, out);
        } catch (EOFException e) {
            throw Refusals.damaged(type); // it ends before its end
        }
    }

    /** A body that is counted while it comes. */
    private static final class Arriving extends FilterInputStream {
        private final long most;
        private long arrived;

        Arriving(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = arrive(into, offset, length);
            arrived += Math.max(read, 0);
            if (arrived > most) throw Refusals.tooLarge(most);
            return read;
        }

        private int arrive(byte[] into, int offset, int length) {
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                throw ProblemException.notArrived();
            }
        }
    }
}
