package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengyou.embedded.Secret;

/**
 * Whether the client of one connection has shown the secret (SASL {@code PLAIN}, RFC 4616). Until
 * then it is told who the server is, nothing else, and what it sends is looked at before the
 * library makes room for it.
 */
final class SignIn extends ChannelInboundHandlerAdapter {
    static final String MECHANISM = "PLAIN";

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    private final Secret secret;
    private final ByteToMessageDecoder messages = FirstWords.messages();
    private boolean done;
    private boolean isTrusted;

    SignIn(Secret secret) {
        this.secret = secret;
    }

    /** What goes before it: makes whole messages of what comes, until the secret was shown. */
    ByteToMessageDecoder messages() {
        return messages;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!done && !(message instanceof ByteBuf whole && FirstWords.areSound(whole))) {
            ReferenceCountUtil.release(message);
            var _ = context.close();
            return;
        }
        super.channelRead(context, message);
        if (done && !isTrusted) {
            isTrusted = true;
            context.pipeline().remove(messages);
        }
    }

    /**
     * Answers a command in place of the server, if it is about signing in or its client has not.
     *
     * @return null if the server is to run the command
     */
    @Nullable Document answer(String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "saslstart" -> start(query);
            case "ismaster", "hello" -> null;
            default ->
                    done
                            ? null
                            : CommandHandler.error(
                                    "command " + command + " requires authentication",
                                    UNAUTHORIZED,
                                    "Unauthorized");
        };
    }

    private Document start(Document query) {
        boolean isKnown =
                MECHANISM.equals(query.get("mechanism"))
                        && query.get("payload") instanceof BinData payload
                        && secret.is(password(payload.getData()));
        if (!isKnown) {
            return CommandHandler.error(
                    "Authentication failed.", AUTHENTICATION_FAILED, "AuthenticationFailed");
        }
        done = true;
        return new Document("ok", 1.0)
                .append("conversationId", 1)
                .append("done", true)
                .append("payload", new BinData(new byte[0]));
    }

    /** Of {@code [authorization] NUL user NUL password}; empty if it has another form. */
    private static String password(byte[] payload) {
        String[] parts = new String(payload, StandardCharsets.UTF_8).split("\0", -1);
        return parts.length == 3 && parts[1].equals(Secret.USER) ? parts[2] : "";
    }
}
