package org.zhengyou.standalone.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * 对外地址. The addresses under which people reach a platform, and whose word counts on that. Without a
 * proxy in front they are the ones where it listens.
 *
 * @param gateway scheme, host and port of the gateway
 * @param identity the same of the identity server, also the issuer's name
 * @param trustedProxies addresses and networks of proxies with commas between them; empty for none
 */
public record Outside(String gateway, String identity, String trustedProxies) {
    private static final String LOOPBACK = "http://127.0.0.1:";

    /** Without a proxy: on loopback. */
    public static Outside none(int gatewayPort, int identityPort) {
        return new Outside(LOOPBACK + gatewayPort, LOOPBACK + identityPort, "");
    }

    /**
     * Behind proxies that end TLS.
     *
     * @throws IllegalArgumentException in Chinese and English, if an address is none of TLS alone
     */
    public static Outside behind(String trustedProxies, String gateway, String identity) {
        if (!isOfTls(gateway) || !isOfTls(identity) || gateway.equals(identity))
            throw new IllegalArgumentException(
                    "网关与登录服务的对外地址应为两个不同的 https://主机[:端口]：%1$s、%2$s / the outer addresses of gateway and identity are two different https://host[:port]: %1$s, %2$s"
                            .formatted(gateway, identity));
        return new Outside(gateway, identity, trustedProxies);
    }

    private static boolean isOfTls(String address) {
        try {
            URI uri = new URI(address);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && address.equals("https://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Where browsers come from and go back to. */
    List<String> origins() {
        return gateway.startsWith(LOOPBACK)
                ? List.of(gateway, gateway.replace("127.0.0.1", "localhost"))
                : List.of(gateway);
    }

    /** The port of the identity server as people see it. */
    int identityPort() {
        int port = URI.create(identity).getPort();
        return port < 0 ? 443 : port;
    }
}
