package org.zhengyou.gateway.wire;

import static java.util.Objects.requireNonNull;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.util.unit.DataSize;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Has every connection watched while requests arrive. */
public final class Wire implements NettyServerCustomizer {
    private final RequestForm form;
    private final Duration limit;

    /**
     * @param longestLine that the codec takes as first line
     * @param largestHeaders that the codec takes, all together
     * @param limit how long a request may take to arrive whole, from its first byte on
     */
    public Wire(DataSize longestLine, DataSize largestHeaders, Duration limit) {
        this.form = new RequestForm(longestLine, largestHeaders);
        this.limit = limit;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> watch(channel));
    }

    private void watch(Channel channel) {
        ClientConnection connection = new ClientConnection(form, limit);
        ChannelPipeline pipeline = channel.pipeline();
        String codec = requireNonNull(pipeline.context(NettyPipeline.HttpCodec)).name();
        pipeline.addBefore(codec, "zhengyou.firstBytes", connection.firstBytes());
        pipeline.addAfter(codec, "zhengyou.connection", connection);
    }
}
