package org.zhengyou.gateway.wire;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.gateway.refusals.Refused;
import reactor.netty.http.server.ConnectionInfo;
import reactor.netty.http.server.HttpServer;
import reactor.netty.transport.AddressUtils;

/**
 * 反向代理. Who stands in front of the gateway and ends TLS. What they say of a request counts as if it
 * were so here: whose it is ({@code X-Forwarded-For}), whether it came over TLS ({@code
 * X-Forwarded-Proto}) and under which address ({@code X-Forwarded-Host}). The same headers of
 * anybody else have no effect, and {@code Forwarded} has none at all: a request says each thing
 * once.
 */
public final class TrustedProxies {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Those at these addresses.
     *
     * @param list addresses and networks in CIDR notation with commas between them; empty for none
     * @throws IllegalArgumentException in Chinese and English, naming the one that is neither
     */
    public static TrustedProxies of(String list) {
        List<Network> networks = new ArrayList<>();
        if (!list.isBlank())
            for (String one : list.split(",", -1)) networks.add(Network.of(one.strip()));
        return new TrustedProxies(List.copyOf(networks));
    }

    /** A server that heeds them. */
    HttpServer heeded(HttpServer server) {
        return networks.isEmpty() ? server : server.forwarded(this::behind);
    }

    /**
     * What is wrong with the words of a proxy; null if nothing is, or if they come from somebody
     * else and have no effect.
     */
    @Nullable Refused refusalOf(SocketAddress from, HttpRequest request) {
        if (!(from instanceof InetSocketAddress proxy) || !isTrusted(proxy.getAddress()))
            return null;
        HttpHeaders headers = request.headers();
        if (clientOf(proxy.getAddress(), headers) == null)
            return RequestForm.malformed("the proxy in front names no address in " + FOR);
        if (!isOnce(headers.getAll(PROTO), TrustedProxies::isScheme))
            return RequestForm.malformed(
                    "the proxy in front sends no or one http or https as " + PROTO);
        if (!isOnce(headers.getAll(HOST), RequestForm::isHost))
            return RequestForm.malformed("the proxy in front sends no or one name as " + HOST);
        return null;
    }

    private static boolean isOnce(List<String> values, Predicate<String> form) {
        return values.isEmpty() || (values.size() == 1 && form.test(values.getFirst()));
    }

    private static boolean isScheme(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    /** Called for requests with which nothing is wrong. */
    private ConnectionInfo behind(ConnectionInfo near, HttpRequest request) {
        InetSocketAddress proxy = near.getRemoteAddress();
        if (proxy == null || !isTrusted(proxy.getAddress())) return near;
        HttpHeaders headers = request.headers();
        InetAddress client = clientOf(proxy.getAddress(), headers);
        String scheme = headers.get(PROTO);
        String host = headers.get(HOST);
        ConnectionInfo far = near;
        if (client != null) far = far.withRemoteAddress(new InetSocketAddress(client, 0));
        if (scheme != null) far = far.withScheme(scheme);
        if (host != null)
            far =
                    far.withHostAddress(
                            AddressUtils.parseAddress(
                                    host, ConnectionInfo.getDefaultHostPort(far.getScheme())));
        return far;
    }

    /**
     * The last address on the way here that is no proxy's; what stands before it are that one's own
     * words, and not looked at. Null if there is something else than an address.
     */
    private @Nullable InetAddress clientOf(InetAddress proxy, HttpHeaders headers) {
        List<String> said = headers.getAll(FOR);
        if (said.isEmpty()) return proxy;
        InetAddress client = proxy;
        for (String hop : List.of(String.join(",", said).split(",", -1)).reversed()) {
            InetAddress next = address(hop.strip());
            if (next == null) return null;
            client = next;
            if (!isTrusted(client)) break;
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        for (Network network : networks) if (network.holds(address)) return true;
        return false;
    }

    /** Never asks anybody for a name. */
    private static @Nullable InetAddress address(String literal) {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Addresses that begin with the same bits. */
    private record Network(InetAddress address, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            InetAddress address =
                    TrustedProxies.address(slash < 0 ? text : text.substring(0, slash));
            if (address == null) throw malformed(text);
            int most = Byte.SIZE * address.getAddress().length;
            int bits = slash < 0 ? most : bits(text.substring(slash + 1));
            if (bits < 0 || bits > most) throw malformed(text);
            return new Network(address, bits);
        }

        private static int bits(String text) {
            return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
        }

        private static IllegalArgumentException malformed(String text) {
            return new IllegalArgumentException(
                    "ZHENGYOU_TRUSTED_PROXIES：“%1$s” 不是地址也不是网段（如 10.0.0.7 或 10.0.0.0/24） / ZHENGYOU_TRUSTED_PROXIES: \"%1$s\" is neither an address nor a network such as 10.0.0.0/24"
                            .formatted(text));
        }

        boolean holds(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            return mine.length == theirs.length
                    && new BigInteger(1, mine).xor(new BigInteger(1, theirs)).bitLength()
                            <= Byte.SIZE * mine.length - bits;
        }
    }
}
