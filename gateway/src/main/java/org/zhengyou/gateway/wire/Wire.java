package org.zhengyou.gateway.wire;

import static java.util.Objects.requireNonNull;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.util.unit.DataSize;
import org.zhengyou.gateway.GatewaySettings;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Has every connection watched while requests arrive, and heeds proxies in front. */
public final class Wire implements NettyServerCustomizer {
    private final RequestForm form;
    private final GatewaySettings.Limits limits;
    private final TrustedProxies proxies;

    /**
     * @param longestLine that the codec takes as first line
     * @param largestHeaders that the codec takes, all together
     * @param limits how long a request may take to arrive whole, from its first byte on
     * @param proxies whose word counts on where a request comes from
     */
    public Wire(
            DataSize longestLine,
            DataSize largestHeaders,
            GatewaySettings.Limits limits,
            TrustedProxies proxies) {
        this.form = new RequestForm(longestLine, largestHeaders);
        this.limits = limits;
        this.proxies = proxies;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return proxies.heeded(server)
                .doOnChannelInit((observer, channel, address) -> watch(channel));
    }

    private void watch(Channel channel) {
        ClientConnection connection = new ClientConnection(form, proxies, limits);
        ChannelPipeline pipeline = channel.pipeline();
        String codec = requireNonNull(pipeline.context(NettyPipeline.HttpCodec)).name();
        pipeline.addBefore(codec, "zhengyou.firstBytes", connection.firstBytes());
        pipeline.addAfter(codec, "zhengyou.connection", connection);
    }
}
