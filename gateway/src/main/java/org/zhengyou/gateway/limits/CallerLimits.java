package org.zhengyou.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;

/**
 * How often one caller may ask: a token bucket per person, or per address for strangers. Held in
 * memory by each gateway process for itself; the number of buckets is bounded.
 */
public final class CallerLimits {
    private static final int CALLERS = 50_000;

    private final Cache<Object, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(CALLERS)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();
    private final long perSecond;
    private final long burst;

    /** Limits as set. */
    public CallerLimits(GatewaySettings.Limits limits) {
        this.perSecond = limits.requestsPerSecond();
        this.burst = limits.burst();
    }

    /**
     * Counts a request of a person whose token was verified.
     *
     * @throws Refused {@code TOO_MANY_REQUESTS}
     */
    public void admitPerson(String subject) {
        admit(subject);
    }

    /**
     * Counts a request of which only the address is known.
     *
     * @throws Refused {@code TOO_MANY_REQUESTS}
     */
    public void admitAddress(@Nullable InetSocketAddress address) {
        admit(address == null ? InetAddress.getLoopbackAddress() : address.getAddress());
    }

    private void admit(Object caller) {
        Bucket bucket = buckets.get(caller, c -> newBucket());
        if (bucket.tryConsume(1)) return;
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        throw Refused.retryAfter(
                RefusalKind.TOO_MANY_REQUESTS,
                seconds,
                "one caller may ask " + perSecond + " times a second; try again later");
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
