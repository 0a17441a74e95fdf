package org.zhengyou.gateway.wire;

import static org.zhengyou.gateway.refusals.RefusalKind.HEADERS_TOO_LARGE;
import static org.zhengyou.gateway.refusals.RefusalKind.MALFORMED_REQUEST;
import static org.zhengyou.gateway.refusals.RefusalKind.URI_TOO_LONG;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.zhengyou.gateway.refusals.Refused;

/** Whether the head of a request is one of HTTP/1.1 (RFC 9112) that means one thing only. */
final class RequestForm {
    private static final Pattern HOST =
            Pattern.compile("([\\w.~!$&'()*+,;=%-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://.+");
    private static final int HIGHEST_PORT = 65_535;

    private final DataSize longestLine;
    private final DataSize largestHeaders;

    /**
     * @param longestLine that the codec takes as first line
     * @param largestHeaders that the codec takes, all together
     */
    RequestForm(DataSize longestLine, DataSize largestHeaders) {
        this.longestLine = longestLine;
        this.largestHeaders = largestHeaders;
    }

    /** What is wrong with it; null if nothing is. */
    @Nullable Refused refusalOf(HttpRequest request) {
        if (request.decoderResult().isFailure()) return damaged(request.decoderResult().cause());
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0))
            return malformed("HTTP/1.1 is spoken here");
        if (!isOneHost(request.headers().getAll(HttpHeaderNames.HOST), version))
            return malformed("send one header Host: a name or address, and a port if need be");
        if (request.headers().getAll(HttpHeaderNames.AUTHORIZATION).size() > 1)
            return malformed("send one header Authorization");
        if (!isTarget(request.uri())) return malformed("this is no path or address of a page");
        return null;
    }

    private Refused damaged(Throwable damage) {
        if (damage instanceof TooLongHttpLineException)
            return Refused.of(
                    URI_TOO_LONG,
                    "the first line may have up to " + longestLine.toBytes() + " bytes");
        if (damage instanceof TooLongHttpHeaderException)
            return Refused.of(
                    HEADERS_TOO_LARGE,
                    "all headers may have up to " + largestHeaders.toBytes() + " bytes");
        return malformed("this is no request of HTTP/1.1");
    }

    private static boolean isOneHost(List<String> hosts, HttpVersion version) {
        if (hosts.isEmpty()) return version.equals(HttpVersion.HTTP_1_0);
        return hosts.size() == 1 && isHost(hosts.getFirst());
    }

    /** Whether it is a name or an address, with a port or without. */
    static boolean isHost(String host) {
        if (!HOST.matcher(host).matches()) return false;
        int port = host.lastIndexOf(':');
        return port < host.lastIndexOf(']')
                || port < 0
                || Integer.parseInt(host.substring(port + 1)) <= HIGHEST_PORT;
    }

    private static boolean isTarget(String target) {
        boolean path = target.startsWith("/");
        if (!path && !ABSOLUTE.matcher(target).matches()) return false;
        try {
            return new URI(path ? "http://host" + target : target).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static Refused malformed(String detail) {
        return Refused.of(MALFORMED_REQUEST, detail);
    }
}
