package org.zhengyou.kit.documents;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Sealed contents in pieces: <code>{_id: "content/number", bytes}</code>, numbered from 0. Of a
 * content that is written or read, one piece is in memory.
 */
final class Chunks {
    /** Bytes of a piece; the last one may have fewer. */
    static final int BYTES = 1 << 20;

    private final MongoCollection<Document> chunks;

    Chunks(MongoCollection<Document> chunks) {
        this.chunks = chunks;
    }

    /** Writes a content that is not there yet. */
    OutputStream writing(String content) {
        return new Writing(content);
    }

    /** Reads a content up to where there is no further piece. */
    InputStream reading(String content) {
        return new Reading(content);
    }

    /** Removes a content, or what there is of it. */
    void delete(String content) {
        chunks.deleteMany(
                Filters.and(Filters.gte("_id", content + '/'), Filters.lt("_id", content + '0')));
    }

    private static String id(String content, int number) {
        return "%s/%06d".formatted(content, number);
    }

    private final class Writing extends OutputStream {
        private final String content;
        private final byte[] piece = new byte[BYTES];
        private int filled;
        private int number;

        Writing(String content) {
            this.content = content;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int written = 0; written < length; ) {
                int some = Math.min(length - written, BYTES - filled);
                System.arraycopy(bytes, offset + written, piece, filled, some);
                filled += some;
                written += some;
                if (filled == BYTES) send();
            }
        }

        private void send() {
            Binary bytes = new Binary(Arrays.copyOf(piece, filled));
            chunks.insertOne(new Document("_id", id(content, number)).append("bytes", bytes));
            number++;
            filled = 0;
        }

        @Override
        public void close() {
            if (filled > 0) send();
        }
    }

    private final class Reading extends InputStream {
        private final String content;
        private byte[] piece = {};
        private int read;
        private int number;
        private boolean ended;

        Reading(String content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) return 0;
            if (read == piece.length && !next()) return -1;
            int some = Math.min(length, piece.length - read);
            System.arraycopy(piece, read, into, offset, some);
            read += some;
            return some;
        }

        private boolean next() {
            Document found =
                    ended ? null : chunks.find(Filters.eq("_id", id(content, number))).first();
            ended = found == null;
            if (found == null) return false;
            piece = found.get("bytes", Binary.class).getData();
            read = 0;
            number++;
            return piece.length > 0;
        }
    }
}
