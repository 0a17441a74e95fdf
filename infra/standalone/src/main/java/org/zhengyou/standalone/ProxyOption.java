package org.zhengyou.standalone;

import org.jspecify.annotations.Nullable;
import org.zhengyou.gateway.wire.TrustedProxies;
import org.zhengyou.standalone.identity.Outside;
import picocli.CommandLine.Option;

/** A proxy in front that ends TLS. All three of its words are said, or none. */
final class ProxyOption {
    @Option(
            names = "--trusted-proxies",
            defaultValue = "${env:ZHENGYOU_TRUSTED_PROXIES}",
            paramLabel = "LIST",
            description = {
                "Addresses or networks of the proxies in front, or ZHENGYOU_TRUSTED_PROXIES (default: none).",
                "可信反向代理的地址或网段（默认没有）。"
            })
    private @Nullable String proxies;

    @Option(
            names = "--outer-address",
            defaultValue = "${env:ZHENGYOU_OUTER_ADDRESS}",
            paramLabel = "URL",
            description = {
                "Under which address people open the console then, or ZHENGYOU_OUTER_ADDRESS.",
                "此时控制台的对外地址。"
            })
    private @Nullable String gateway;

    @Option(
            names = "--outer-identity-address",
            defaultValue = "${env:ZHENGYOU_OUTER_IDENTITY_ADDRESS}",
            paramLabel = "URL",
            description = {
                "Under which one they sign in, or ZHENGYOU_OUTER_IDENTITY_ADDRESS.",
                "此时登录页面的对外地址。"
            })
    private @Nullable String identity;

    /**
     * What was said; loopback if nothing was.
     *
     * @throws IllegalArgumentException in Chinese and English
     */
    Outside outside(int gatewayPort, int identityPort) {
        if (isBlank(proxies) && isBlank(gateway) && isBlank(identity))
            return Outside.none(gatewayPort, identityPort);
        if (proxies == null || gateway == null || identity == null)
            throw new IllegalArgumentException(
                    "--trusted-proxies、--outer-address、--outer-identity-address 须一并指定 / --trusted-proxies, --outer-address and --outer-identity-address are said together");
        var _ = TrustedProxies.of(proxies);
        return Outside.behind(proxies, gateway.strip(), identity.strip());
    }

    private static boolean isBlank(@Nullable String word) {
        return word == null || word.isBlank();
    }
}
