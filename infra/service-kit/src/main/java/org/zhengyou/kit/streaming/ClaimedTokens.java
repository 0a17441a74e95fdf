package org.zhengyou.kit.streaming;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of one processor of one segment, claimed only by the process that has the lease.
 *
 * <p>Under load a token is written at most every {@value #LAZY_MILLIS} ms, always after what it
 * stands for. After a crash up to that much is handled again, which every handler allows for.
 */
final class ClaimedTokens implements TokenStore {
    static final long LAZY_MILLIS = 200;
    private static final long AGAIN_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ClaimedTokens.class);

    private final TokenStore tokens;
    private final Lease lease;
    private final String processor;
    private final LongConsumer onClaim;
    private boolean claimed;
    private boolean alarmSet;
    private int segment;
    private @Nullable TrackingToken stored;
    private @Nullable TrackingToken latest;
    private long storedAt = System.nanoTime();

    ClaimedTokens(TokenStore tokens, Lease lease, String processor, LongConsumer onClaim) {
        this.tokens = tokens;
        this.lease = lease;
        this.processor = processor;
        this.onClaim = onClaim;
    }

    synchronized boolean isClaimed() {
        return claimed && lease.isValid();
    }

    @Override
    public synchronized CompletableFuture<List<Segment>> fetchAvailableSegments(
            String name, @Nullable ProcessingContext context) {
        return claimed || !lease.isValid()
                ? CompletableFuture.completedFuture(List.of())
                : tokens.fetchAvailableSegments(name, context);
    }

    @Override
    public synchronized CompletableFuture<TrackingToken> fetchToken(
            String name, int number, @Nullable ProcessingContext context) {
        return run(
                () -> {
                    checkLease();
                    TrackingToken token =
                            FutureUtils.joinAndUnwrap(tokens.fetchToken(name, number, context));
                    segment = number;
                    stored = token;
                    latest = token;
                    onClaim.accept(LogSource.position(token));
                    claimed = true;
                    return token;
                });
    }

    @Override
    public synchronized CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token,
            String name,
            int number,
            @Nullable ProcessingContext context) {
        return run(
                () -> {
                    checkLease();
                    latest = token;
                    long due = storedAt + TimeUnit.MILLISECONDS.toNanos(LAZY_MILLIS);
                    long wait = due - System.nanoTime();
                    if (wait <= 0) store();
                    else storeIn(wait);
                    return null;
                });
    }

    /** The lease is what is renewed. */
    @Override
    public synchronized CompletableFuture<Void> extendClaim(
            String name, int number, @Nullable ProcessingContext context) {
        return run(
                () -> {
                    checkLease();
                    return null;
                });
    }

    @Override
    public synchronized CompletableFuture<Void> releaseClaim(
            String name, int number, @Nullable ProcessingContext context) {
        return run(
                () -> {
                    boolean isToBeStored = claimed;
                    // Even if the store cannot be reached: what is claimed is not asked for again.
                    claimed = false;
                    if (isToBeStored) store();
                    return FutureUtils.joinAndUnwrap(tokens.releaseClaim(name, number, context));
                });
    }

    private void checkLease() {
        if (lease.isValid()) return;
        claimed = false;
        throw new UnableToClaimTokenException("this process has no lease for " + processor);
    }

    private void storeIn(long nanos) {
        if (alarmSet) return;
        alarmSet = true;
        var _ = SharedThreads.workers().schedule(this::storeNow, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void storeNow() {
        alarmSet = false;
        if (!claimed) return;
        try {
            store();
        } catch (UnableToClaimTokenException e) {
            LOG.warn("another process has taken the token of {}", processor);
            claimed = false;
        } catch (RuntimeException | Error e) {
            LOG.warn("the token of {} will be stored later: {}", processor, e.toString());
            storeIn(TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS));
        }
    }

    private void store() {
        TrackingToken token = latest;
        if (Objects.equals(token, stored)) return;
        FutureUtils.joinAndUnwrap(tokens.storeToken(token, processor, segment, null));
        stored = token;
        storedAt = System.nanoTime();
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String name,
            int count,
            @Nullable TrackingToken initial,
            @Nullable ProcessingContext context) {
        return tokens.initializeTokenSegments(name, count, initial, context);
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken token,
            String name,
            Segment one,
            @Nullable ProcessingContext context) {
        return tokens.initializeSegment(token, name, one, context);
    }

    @Override
    public CompletableFuture<Void> deleteToken(
            String name, int number, @Nullable ProcessingContext context) {
        return tokens.deleteToken(name, number, context);
    }

    @Override
    public CompletableFuture<Segment> fetchSegment(
            String name, int number, @Nullable ProcessingContext context) {
        return tokens.fetchSegment(name, number, context);
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(
            String name, @Nullable ProcessingContext context) {
        return tokens.fetchSegments(name, context);
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(
            @Nullable ProcessingContext context) {
        return tokens.retrieveStorageIdentifier(context);
    }

    private static <T> CompletableFuture<T> run(Callable<@Nullable T> work) {
        try {
            return CompletableFuture.completedFuture(work.call());
        } catch (Throwable e) { // Axon tries again what failed, and ends with what is thrown
            return CompletableFuture.failedFuture(e);
        }
    }
}
