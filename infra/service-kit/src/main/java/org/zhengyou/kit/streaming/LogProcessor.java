package org.zhengyou.kit.streaming;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.zhengyou.log.EventLog;

/**
 * Brings the events of one log to one handler, in order, from where it stopped last time. A handler
 * that fails gets its events again after 1, 2, 4 … 60 seconds. Axon's pooled processor with one
 * segment, fed with ranges.
 */
public final class LogProcessor {
    private static final long TICK_MILLIS = 1_000;

    private final String name;
    private final EventLog log;
    private final ClaimedTokens tokens;
    private final PooledStreamingEventProcessor processor;
    private volatile long position;

    /**
     * A processor that stands still.
     *
     * @param name of its token
     * @param lease only the process that has it works
     */
    public LogProcessor(
            String name,
            EventLog log,
            TokenStore tokens,
            Lease lease,
            Pace pace,
            BatchHandler handler) {
        this.name = name;
        this.log = log;
        this.tokens =
                new ClaimedTokens(
                        tokens,
                        lease,
                        name,
                        claimed -> {
                            position = claimed;
                            handler.resume(claimed);
                        });
        LogSource source = new LogSource(log, pace);
        this.processor =
                new PooledStreamingEventProcessor(
                        name,
                        List.of(new RangeHandling(log, handler, handled -> position = handled)),
                        new PooledStreamingEventProcessorConfiguration()
                                .unitOfWorkFactory(
                                        new SimpleUnitOfWorkFactory(
                                                EmptyApplicationContext.INSTANCE))
                                .eventSource(source)
                                .tokenStore(this.tokens)
                                .coordinatorExecutor(SharedThreads.coordinator())
                                .workerExecutor(SharedThreads.workers())
                                .initialSegmentCount(1)
                                .initialToken(first -> first.firstToken(null))
                                .batchSize(1)
                                .tokenClaimInterval(TICK_MILLIS)
                                .claimExtensionThreshold(TICK_MILLIS)
                                .enableCoordinatorClaimExtension());
    }

    /** Starts working as soon as this process has the lease. */
    public void start() {
        var _ = processor.start(); // complete when it returns
    }

    /** Finishes the batch in hand; the future completes when its token is stored. */
    public CompletableFuture<Void> stop() {
        return processor.shutdown();
    }

    /** The name of its token. */
    public String name() {
        return name;
    }

    /** Whether it works in this process. */
    public boolean isWorking() {
        return tokens.isClaimed();
    }

    /** Position of the last event that it handled, or found handled when it began. */
    public long position() {
        return position;
    }

    /** Events that are in the log but not handled; NaN while another process works. */
    public double lag() {
        return isWorking() ? Math.max(0, log.head() - position) : Double.NaN;
    }
}
