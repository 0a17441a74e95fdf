package org.zhengyou.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What is said about the gateway from outside. {@code gateway.yml} names the environment variable
 * and the default of each.
 *
 * @param issuer whose access tokens are accepted
 * @param audience for whom those tokens must be issued
 * @param jwkSetUri where the issuer's keys are
 * @param authorizationUri where people sign in
 * @param tokenUri where a sign-in becomes a token
 * @param endSessionUri where people sign out
 * @param consoleClientId by which the gateway is known to the issuer as the browsers' client
 * @param consoleClientSecret its secret, which also seals what browsers carry for the gateway
 * @param trustedProxies addresses and networks whose word counts on where a request comes from
 * @param sessionsFolder where sessions lie that outlive the process; empty for nowhere
 * @param services address by service name
 * @param limits how much may be asked
 * @param breaker when a service that fails is left alone
 */
@ConfigurationProperties("zhengyou")
public record GatewaySettings(
        String issuer,
        String audience,
        URI jwkSetUri,
        URI authorizationUri,
        URI tokenUri,
        URI endSessionUri,
        String consoleClientId,
        String consoleClientSecret,
        String trustedProxies,
        String sessionsFolder,
        Map<String, URI> services,
        Limits limits,
        Breaker breaker) {

    private static final int SHORTEST_SECRET = 16;

    /** Says what is missing. */
    public GatewaySettings {
        if (consoleClientSecret.isBlank())
            throw new IllegalArgumentException(
                    "ZHENGYOU_CONSOLE_CLIENT_SECRET is not set: the issuer gives it to the client "
                            + consoleClientId);
        if (consoleClientSecret.length() < SHORTEST_SECRET)
            throw new IllegalArgumentException(
                    "ZHENGYOU_CONSOLE_CLIENT_SECRET has less than "
                            + SHORTEST_SECRET
                            + " characters: what browsers carry is sealed with it, so it must not be"
                            + " guessed");
        services = Map.copyOf(services);
    }

    /**
     * How much may be asked.
     *
     * @param requestsPerSecond by one caller in the long run
     * @param burst by one caller at once
     * @param strangersPerSecond from one address in the long run, without a valid token or session
     * @param strangersBurst likewise, at once
     * @param sessions of people who are signed in
     * @param sessionsOfOne of them of one person; when they open another, the one they used least
     *     recently ends
     * @param body size of a body
     * @param importBody size of a spreadsheet to import
     * @param documentBody size of a document
     * @param connections open at once
     * @param receive time for a request to arrive whole, from its first byte on; a second more for
     *     each 256 KiB that it announces
     * @param answer time for an answer
     * @param longAnswer time for the answer to an import, and to a document that has arrived
     */
    public record Limits(
            long requestsPerSecond,
            long burst,
            long strangersPerSecond,
            long strangersBurst,
            int sessions,
            int sessionsOfOne,
            DataSize body,
            DataSize importBody,
            DataSize documentBody,
            int connections,
            Duration receive,
            Duration answer,
            Duration longAnswer) {
        /** What is announced comes at least this fast. */
        private static final long BYTES_A_SECOND = 256 * 1024;

        /** Time for a request to arrive whole that announces so many bytes. */
        public Duration receive(long announced) {
            long most = Math.min(announced, documentBody.toBytes());
            return receive.plusSeconds(Math.max(0, most) / BYTES_A_SECOND);
        }
    }

    /**
     * When a service that fails is left alone.
     *
     * @param window number of latest calls that are looked at
     * @param minimumCalls before anything is concluded
     * @param failurePercent share of failed calls at which the service is left alone
     * @param openFor how long
     */
    public record Breaker(int window, int minimumCalls, float failurePercent, Duration openFor) {}
}
