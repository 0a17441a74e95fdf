package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the commands of one connection and replies once what they wrote or saw is durable. */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);
    private static final int INTERNAL_ERROR = 1;

    private final StoredBackend backend;
    private final GroupCommit commits;
    private final SignIn client;

    CommandHandler(StoredBackend backend, GroupCommit commits, SignIn client) {
        super(ClientRequest.class);
        this.backend = backend;
        this.commits = commits;
        this.client = client;
    }

    /** What goes before the server's own reading of what the client sends. */
    SignIn client() {
        return client;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        Channel channel = context.channel();
        int number = request.getHeader().getRequestID();
        switch (request) {
            case MongoMessage message -> {
                Outcome outcome = run(channel, message.getDatabaseName(), message.getDocument());
                commits.reply(outcome.ticket, channel, new Reply(number, outcome.reply));
            }
            case MongoQuery query when query.getCollectionName().equals("$cmd") -> {
                Outcome outcome = run(channel, query.getDatabaseName(), query.getQuery());
                MessageHeader header = new MessageHeader(0, number);
                commits.reply(outcome.ticket, channel, new MongoReply(header, outcome.reply));
            }
            default -> {
                LOG.warn("a client speaks a protocol of before MongoDB 3.6: {}", request);
                var _ = context.close();
            }
        }
    }

    private record Outcome(long ticket, Document reply) {}

    private Outcome run(Channel channel, String database, Document query) {
        String command = query.keySet().iterator().next();
        Document answer = client.answer(command, query);
        if (answer != null) {
            return new Outcome(0, answer);
        }
        Commands.Effect effect = Commands.effect(command, query);
        String namespace = Commands.namespace(database, command, query);
        return switch (effect) {
            case NONE -> new Outcome(0, execute(channel, database, command, query));
            case READS -> {
                Document reply = execute(channel, database, command, query);
                yield new Outcome(commits.seen(namespace), reply);
            }
            case WRITES -> {
                long[] ticket = new long[1];
                Document reply =
                        Slices.each(
                                command,
                                query,
                                slice -> {
                                    Document[] one = new Document[1];
                                    ticket[0] =
                                            commits.write(
                                                    namespace,
                                                    () ->
                                                            one[0] =
                                                                    execute(
                                                                            channel, database,
                                                                            command, slice));
                                    return one[0];
                                });
                yield new Outcome(ticket[0], reply);
            }
        };
    }

    private Document execute(Channel channel, String database, String command, Document query) {
        try {
            return backend.handleCommand(channel, database, command, query);
        } catch (MongoServerError e) {
            return error(e.getMessageWithoutErrorCode(), e.getCode(), e.getCodeName());
        } catch (MongoServerException e) {
            return error(e.getMessageWithoutErrorCode(), INTERNAL_ERROR, "InternalError");
        } catch (RuntimeException e) {
            LOG.error("the command {} failed", command, e);
            return error(command + " failed: " + e, INTERNAL_ERROR, "InternalError");
        }
    }

    static Document error(String message, int code, String codeName) {
        return new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", codeName);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        backend.handleClose(context.channel());
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("a connection failed", cause);
        var _ = context.close();
    }
}
