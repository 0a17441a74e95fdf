package org.zhengyou.log.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** Replies that a member of a replica set sends in bad times. */
final class Replies {
    /** Length, number, number of the request, kind of message. */
    private static final int HEADER = 16;

    /** Flags, and the kind of the only section. */
    private static final int PREFIX = 5;

    private static final int MESSAGE = 2013;
    private static final int NOT_PRIMARY = 10107;
    private static final int CONCERN_FAILED = 64;

    private Replies() {}

    /** The member was deposed while it was at it: what it wrote may be rolled back, or not. */
    static byte[] notPrimary(byte[] request) {
        return reply(
                request,
                new Document("ok", 0.0)
                        .append("errmsg", "not primary")
                        .append("code", NOT_PRIMARY)
                        .append("codeName", "NotWritablePrimary"));
    }

    /** The same reply, but not so many members as were asked for have it, so far. */
    static byte[] concernNotMet(byte[] request, byte[] reply) {
        Document said = document(reply);
        said.append(
                "writeConcernError",
                new Document("code", CONCERN_FAILED)
                        .append("codeName", "WriteConcernFailed")
                        .append("errmsg", "waiting for replication timed out"));
        return reply(request, said);
    }

    private static Document document(byte[] message) {
        int from = HEADER + PREFIX;
        return new RawBsonDocument(message, from, message.length - from)
                .decode(new DocumentCodec());
    }

    private static byte[] reply(byte[] request, Document document) {
        ByteBuffer bson =
                new RawBsonDocument(document, new DocumentCodec()).getByteBuffer().asNIO();
        int number = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        ByteBuffer message =
                ByteBuffer.allocate(HEADER + PREFIX + bson.remaining())
                        .order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(message.capacity()).putInt(0).putInt(number).putInt(MESSAGE);
        message.putInt(0).put((byte) 0).put(bson);
        return message.array();
    }
}
