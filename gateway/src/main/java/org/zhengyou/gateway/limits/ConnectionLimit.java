package org.zhengyou.gateway.limits;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.zhengyou.gateway.GatewaySettings;
import reactor.netty.http.server.HttpServer;

/** Closes connections beyond the limit as soon as they are made, before a byte is read. */
public final class ConnectionLimit implements NettyServerCustomizer {
    private final int limit;
    private final AtomicInteger open = new AtomicInteger();

    /** The limit as set. */
    public ConnectionLimit(GatewaySettings.Limits limits) {
        this.limit = limits.connections();
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> count(channel));
    }

    private void count(Channel channel) {
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > limit) {
            var _ = channel.close();
        }
    }
}
