package org.zhengyou.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;

/**
 * A client's connection between the HTTP codec and the server. It refuses what is no request, with
 * a problem as body like every other refusal; ends a request that does not arrive in time, however
 * steadily it drips; and reads no more than a bounded rest of a body that is already answered.
 *
 * <p>All of it happens on the connection's own thread.
 */
final class ClientConnection extends ChannelDuplexHandler {
    /** How long the head of a request may take to arrive. */
    private static final Duration HEAD = Duration.ofSeconds(10);

    /** Bytes of a body that are still read, and thrown away, when it is already answered. */
    private static final long REST = 8L * 1024 * 1024;

    /** How long after an answer the connection waits for the end of what it answers. */
    private static final Duration REST_TIME = Duration.ofSeconds(5);

    private enum Arriving {
        NOTHING,
        HEAD,
        BODY,
        /** A body whose request is already answered. */
        REST,
        /** Whatever comes after a refusal that ends the connection. */
        REFUSED
    }

    private final RequestForm form;
    private final TrustedProxies proxies;
    private final GatewaySettings.Limits limits;
    private Arriving arriving = Arriving.NOTHING;
    private long begun;
    private int unanswered;
    private long announced;
    private boolean waitsForContinue;
    private boolean informational;
    private boolean last;
    private long rest;
    private @Nullable Refused refused;
    private @Nullable Future<?> timer;

    /**
     * @param limits how long a request may take to arrive whole, from its first byte on
     */
    ClientConnection(RequestForm form, TrustedProxies proxies, GatewaySettings.Limits limits) {
        this.form = form;
        this.proxies = proxies;
        this.limits = limits;
    }

    /** Goes before the codec: sees that bytes came, even if they are no message yet. */
    ChannelInboundHandlerAdapter firstBytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object bytes) {
                if (arriving == Arriving.REFUSED) {
                    throwAway(ctx, ((ByteBuf) bytes).readableBytes());
                    ReferenceCountUtil.release(bytes);
                    return;
                }
                if (arriving == Arriving.NOTHING) {
                    arriving = Arriving.HEAD;
                    begun = System.nanoTime();
                }
                ctx.fireChannelRead(bytes);
            }
        };
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (arriving == Arriving.REFUSED) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request && !takes(ctx, request)) return;
        if (message instanceof HttpContent content && !takes(ctx, content)) return;
        ctx.fireChannelRead(message);
    }

    private boolean takes(ChannelHandlerContext ctx, HttpRequest request) {
        stopTimer();
        Refused wrong = form.refusalOf(request);
        if (wrong == null) wrong = proxies.refusalOf(ctx.channel().remoteAddress(), request);
        if (wrong != null) {
            ReferenceCountUtil.release(request);
            refuse(ctx, wrong);
            return false;
        }
        unanswered++;
        arriving = Arriving.BODY;
        boolean chunked = HttpUtil.isTransferEncodingChunked(request);
        announced = chunked ? 0 : HttpUtil.getContentLength(request, 0L);
        waitsForContinue = HttpUtil.is100ContinueExpected(request);
        return true;
    }

    private boolean takes(ChannelHandlerContext ctx, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            content.release();
            boolean answered = arriving == Arriving.REST;
            arriving = Arriving.REFUSED;
            if (answered) end(ctx);
            else
                ctx.fireExceptionCaught(RequestForm.malformed("the body is not sent as announced"));
            return false;
        }
        if (arriving == Arriving.REST) throwAway(ctx, content.content().readableBytes());
        if (content instanceof LastHttpContent) {
            stopTimer();
            arriving = Arriving.NOTHING;
        }
        return true;
    }

    /** A request that came at once needs no timer. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (timer == null)
            switch (arriving) {
                case HEAD -> startTimer(ctx, forHead());
                case BODY ->
                        startTimer(
                                ctx,
                                limits.receive(announced).minusNanos(System.nanoTime() - begun));
                default -> {}
            }
        ctx.fireChannelReadComplete();
        if (arriving == Arriving.REFUSED) ctx.read();
    }

    private Duration forHead() {
        return HEAD.compareTo(limits.receive()) < 0 ? HEAD : limits.receive();
    }

    private void late(ChannelHandlerContext ctx) {
        timer = null;
        Refused late =
                Refused.of(
                        RefusalKind.REQUEST_TIMEOUT,
                        "a request may take "
                                + limits.receive().toSeconds()
                                + " s to arrive, a second more for each 256 KiB that it announces,"
                                + " and no more than "
                                + HEAD.toSeconds()
                                + " s for what is before its body");
        switch (arriving) {
            case HEAD -> refuse(ctx, late);
            case BODY -> {
                awaitRest(ctx);
                ctx.fireExceptionCaught(late);
            }
            default -> end(ctx);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (informational) waitsForContinue = false;
            else if (unanswered == 1 && isNotReadToItsEnd()) {
                HttpUtil.setKeepAlive(response, false);
                last = true;
            }
        }
        boolean end = message instanceof LastHttpContent && !informational;
        ChannelPromise sent = last && end ? promise.unvoid() : promise;
        var _ = ctx.write(message, sent);
        if (end) answered(ctx, sent);
    }

    private boolean isNotReadToItsEnd() {
        return arriving == Arriving.REFUSED
                || (arriving == Arriving.BODY && (waitsForContinue || announced > REST));
    }

    private void answered(ChannelHandlerContext ctx, ChannelPromise sent) {
        unanswered--;
        if (unanswered > 0) return;
        if (refused != null) answer(ctx, refused);
        else if (last) sent.addListener(done -> hangUp(ctx));
        else if (arriving == Arriving.BODY) awaitRest(ctx);
    }

    private void awaitRest(ChannelHandlerContext ctx) {
        arriving = Arriving.REST;
        rest = 0;
        startTimer(ctx, REST_TIME);
    }

    /** Nothing more is taken; what came before is answered first. */
    private void refuse(ChannelHandlerContext ctx, Refused why) {
        stopTimer();
        arriving = Arriving.REFUSED;
        refused = why;
        if (unanswered == 0) answer(ctx, why);
    }

    private void answer(ChannelHandlerContext ctx, Refused why) {
        ctx.writeAndFlush(RefusalMessage.of(why)).addListener(sent -> hangUp(ctx));
    }

    /** The server is done with a connection on which a body may still be on its way. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        boolean moreIsComing = arriving == Arriving.BODY || arriving == Arriving.REST;
        if (!moreIsComing || unanswered > 0 || !ctx.channel().isActive()) {
            var _ = ctx.close(promise);
            return;
        }
        ctx.channel().closeFuture().addListener(closed -> promise.trySuccess());
        hangUp(ctx);
    }

    /**
     * Closes in two steps (RFC 9112, 9.6): a connection closed while bytes are on their way is
     * reset, and the client may lose the answer.
     */
    private void hangUp(ChannelHandlerContext ctx) {
        arriving = Arriving.REFUSED;
        rest = 0;
        startTimer(ctx, REST_TIME);
        if (ctx.channel() instanceof DuplexChannel channel && channel.isActive())
            channel.shutdownOutput().addListener(done -> ctx.read());
        else end(ctx);
    }

    private static void end(ChannelHandlerContext ctx) {
        var _ = ctx.close();
    }

    private void throwAway(ChannelHandlerContext ctx, int bytes) {
        rest += bytes;
        if (rest > REST) end(ctx);
    }

    private void startTimer(ChannelHandlerContext ctx, Duration time) {
        stopTimer();
        timer =
                ctx.executor()
                        .schedule(
                                () -> late(ctx),
                                Math.max(0, time.toMillis()),
                                TimeUnit.MILLISECONDS);
    }

    private void stopTimer() {
        if (timer != null) timer.cancel(false);
        timer = null;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stopTimer();
        ctx.fireChannelInactive();
    }
}
