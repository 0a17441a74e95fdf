package org.zhengyou.kit.streaming;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the processes of a service works for it: feeds its views, runs its policies, publishes
 * and learns. One lease for all of it, so that idle processors need not renew claims of their own.
 *
 * <p>The lease only spares the processes from getting in each other's way. A process that works on
 * after its lease is over does no harm: what it writes is guarded by versions, conditions and
 * positions.
 */
public final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final int SEGMENT = Segment.ROOT_SEGMENT.getSegmentId();

    private final TokenStore tokens;
    private final String name;
    private final Duration length;
    private volatile boolean held;
    private volatile long validUntil;
    private volatile long epoch;
    private @Nullable ScheduledFuture<?> renewal;

    /**
     * A lease kept beside the tokens.
     *
     * @param name unlike that of any processor
     * @param length how long a claim of the token store holds that is not renewed
     */
    public Lease(TokenStore tokens, String name, Duration length) {
        this.tokens = tokens;
        this.name = name;
        this.length = length;
    }

    /** Tries to take the lease now and from time to time, and keeps it once it is taken. */
    public synchronized void start() {
        initialize();
        renew();
        long period = length.toMillis() / 4;
        renewal =
                SharedThreads.workers()
                        .scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
    }

    /** Gives the lease back, so that another process takes it at once. */
    public synchronized void stop() {
        if (renewal != null) renewal.cancel(false);
        renewal = null;
        if (!held) return;
        held = false;
        try {
            FutureUtils.joinAndUnwrap(tokens.releaseClaim(name, SEGMENT, null));
        } catch (RuntimeException e) {
            LOG.info("the lease {} was not given back and will run out: {}", name, e.toString());
        }
    }

    /**
     * Whether this process has the lease, and no other can have it yet. Says no a fifth of its
     * length before it ends.
     */
    public boolean isValid() {
        return held && System.nanoTime() - validUntil < 0;
    }

    /** Grows each time this process takes the lease anew; 0 if it never did. */
    public long epoch() {
        return epoch;
    }

    private void initialize() {
        List<Segment> known = FutureUtils.joinAndUnwrap(tokens.fetchSegments(name, null));
        if (known != null && !known.isEmpty()) return;
        try {
            FutureUtils.joinAndUnwrap(
                    tokens.initializeTokenSegments(
                            name, 1, new GlobalSequenceTrackingToken(0), null));
        } catch (UnableToClaimTokenException e) {
            LOG.debug("another process made the lease {} at the same moment", name, e);
        }
    }

    private synchronized void renew() {
        long start = System.nanoTime();
        try {
            if (held) FutureUtils.joinAndUnwrap(tokens.extendClaim(name, SEGMENT, null));
            else FutureUtils.joinAndUnwrap(tokens.fetchToken(name, SEGMENT, null));
            validUntil = start + length.toNanos() / 5 * 4;
            if (!held) epoch++;
            held = true;
        } catch (UnableToClaimTokenException e) {
            if (held) LOG.warn("another process has taken the lease {}", name);
            held = false;
        } catch (RuntimeException | Error e) { // a schedule ends with the first that is thrown
            LOG.warn("the lease {} could not be renewed: {}", name, e.toString());
        }
    }
}
