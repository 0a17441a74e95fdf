package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.util.List;
import java.util.Map;

/** Writes replies as OP_MSG; stored documents go out as they came in, byte for byte. */
final class ReplyEncoder extends MessageToByteEncoder<Reply> {
    private static final int OP_MSG = 2013;
    private static final byte DOCUMENT = 3;
    private static final byte ARRAY = 4;

    private int requestId;

    ReplyEncoder() {
        super(Reply.class);
    }

    @Override
    protected void encode(ChannelHandlerContext context, Reply reply, ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0); // the length, known at the end
        out.writeIntLE(++requestId);
        out.writeIntLE(reply.responseTo());
        out.writeIntLE(OP_MSG);
        out.writeIntLE(0); // no flags
        out.writeByte(0); // one section: the body
        writeDocument(reply.body(), out);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void writeDocument(Map<?, ?> document, ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        document.forEach((name, value) -> writeField((String) name, value, out));
        end(start, out);
    }

    private static void writeArray(List<?> array, ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        for (int i = 0; i < array.size(); i++) {
            writeField(Integer.toString(i), array.get(i), out);
        }
        end(start, out);
    }

    private static void end(int start, ByteBuf out) {
        out.writeByte(0);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void writeField(String name, Object value, ByteBuf out) {
        switch (value) {
            case StoredDocument stored -> {
                writeHead(DOCUMENT, name, out);
                out.writeBytes(stored.bson());
            }
            case Map<?, ?> document -> {
                writeHead(DOCUMENT, name, out);
                writeDocument(document, out);
            }
            case List<?> array -> {
                writeHead(ARRAY, name, out);
                writeArray(array, out);
            }
            case null, default -> {
                byte type = BsonEncoder.determineType(value);
                writeHead(type, name, out);
                BsonEncoder.encodeValue(type, value, out);
            }
        }
    }

    private static void writeHead(byte type, String name, ByteBuf out) {
        out.writeByte(type);
        ByteBufUtil.writeUtf8(out, name);
        out.writeByte(0);
    }
}
