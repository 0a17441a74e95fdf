package org.zhengyou.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;

/**
 * How often one caller may ask: a token bucket per person, and a smaller one per address for
 * whatever comes without a valid token or session. The two are apart: strangers at an address do
 * not use up what its people may ask. Held in memory by each gateway process for itself; the number
 * of buckets is bounded.
 */
public final class CallerLimits {
    private final Budget<String> people;
    private final Budget<Object> strangers;

    /** Limits as set. */
    public CallerLimits(GatewaySettings.Limits limits) {
        people =
                new Budget<>(
                        limits.requestsPerSecond(),
                        limits.burst(),
                        "one caller may ask %d times a second; try again later");
        strangers =
                new Budget<>(
                        limits.strangersPerSecond(),
                        limits.strangersBurst(),
                        "one address may ask %d times a second without a valid token or session;"
                                + " try again later");
    }

    /**
     * Counts a request of a person whose token was verified.
     *
     * @throws Refused {@code TOO_MANY_REQUESTS}
     */
    public void admitPerson(String subject) {
        people.admit(subject);
    }

    /**
     * Counts a request that brings no valid token or session.
     *
     * @param address it comes from
     * @throws Refused {@code TOO_MANY_REQUESTS}
     */
    public void admitStranger(@Nullable InetSocketAddress address) {
        strangers.admit(
                network(address == null ? InetAddress.getLoopbackAddress() : address.getAddress()));
    }

    /** Who has one address of IPv6 has all of its 64-bit network. */
    private static Object network(InetAddress address) {
        return address instanceof Inet6Address
                ? ByteBuffer.wrap(address.getAddress()).getLong()
                : address;
    }

    /** Token buckets of the same size. */
    private static final class Budget<K> {
        private static final int CALLERS = 50_000;

        private final Cache<K, Bucket> buckets =
                Caffeine.newBuilder()
                        .maximumSize(CALLERS)
                        .expireAfterAccess(Duration.ofMinutes(10))
                        .build();
        private final long perSecond;
        private final long burst;
        private final String refusal;

        Budget(long perSecond, long burst, String refusal) {
            this.perSecond = perSecond;
            this.burst = burst;
            this.refusal = refusal.formatted(perSecond);
        }

        void admit(K caller) {
            Bucket bucket = buckets.get(caller, c -> newBucket());
            if (bucket.tryConsume(1)) return;
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) return;
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw Refused.retryAfter(RefusalKind.TOO_MANY_REQUESTS, seconds, refusal);
        }

        private Bucket newBucket() {
            return Bucket.builder()
                    .addLimit(
                            limit ->
                                    limit.capacity(burst)
                                            .refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build();
        }
    }
}
