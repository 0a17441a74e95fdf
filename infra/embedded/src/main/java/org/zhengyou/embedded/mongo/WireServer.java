package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Listens on loopback for clients that speak MongoDB's wire protocol. */
final class WireServer {
    /** Threads run commands; none of them waits for the disk except the one that commits. */
    private static final int THREADS = 4;

    private static final int BACKLOG = 512;

    private final EventLoopGroup threads =
            new MultiThreadIoEventLoopGroup(
                    THREADS,
                    new DefaultThreadFactory("embedded-mongo", true),
                    NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;

    /**
     * A server.
     *
     * @param handlers gives each new client one of its own
     * @param port on loopback; 0 for any free one
     */
    WireServer(Supplier<CommandHandler> handlers, int port) {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel client) {
                                        clients.add(client);
                                        CommandHandler handler = handlers.get();
                                        client.pipeline()
                                                .addLast(handler.client().messages())
                                                .addLast(handler.client())
                                                .addLast(new MongoWireReplyEncoder())
                                                .addLast(new ReplyEncoder())
                                                .addLast(new MongoWireProtocolHandler())
                                                .addLast(handler);
                                    }
                                });
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.listener = listen(bootstrap, address);
    }

    private Channel listen(ServerBootstrap bootstrap, InetSocketAddress address) {
        var bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stopThreads();
            throw new IllegalStateException("cannot listen on " + address, bound.cause());
        }
        return bound.channel();
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Accepts no further client. */
    void stopListening() {
        listener.close().awaitUninterruptibly();
    }

    /** Lets running commands end, then drops all clients. */
    void close() {
        clients.close().awaitUninterruptibly();
        stopThreads();
    }

    private void stopThreads() {
        threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
