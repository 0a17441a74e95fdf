package org.zhengyou.log.axon;

import java.util.List;
import java.util.Objects;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.eventhandling.processing.streaming.StreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;

/**
 * Lets a processor handle events again. Axon 5.0.1 has the method, but it always fails (issue
 * 3304), so this rewrites the tokens while the processor stands still.
 */
public final class Replay {
    private Replay() {}

    /**
     * Stops the processor, runs {@code prepare} (which clears what the events will be written into
     * again), sets it back and starts it. It starts again, where it was, if any of this fails.
     *
     * @param after the replay begins with the event after this position; 0 = from the beginning
     * @throws
     *     org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException
     *     if another process works for this processor: stop it there first
     */
    public static void from(
            StreamingEventProcessor processor, TokenStore tokens, long after, Runnable prepare) {
        FutureUtils.joinAndUnwrap(processor.shutdown());
        try {
            setBack(processor.name(), tokens, new GlobalSequenceTrackingToken(after), prepare);
        } finally {
            FutureUtils.joinAndUnwrap(processor.start());
        }
    }

    /** Claims every segment before anything is changed. */
    private static void setBack(
            String processor, TokenStore tokens, TrackingToken start, Runnable prepare) {
        List<Segment> segments =
                Objects.requireNonNullElse(
                        FutureUtils.joinAndUnwrap(tokens.fetchSegments(processor, null)),
                        List.of());
        List<TrackingToken> now =
                segments.stream().map(segment -> claim(processor, tokens, segment)).toList();
        prepare.run();
        for (int i = 0; i < segments.size(); i++) {
            TrackingToken replay = ReplayToken.createReplayToken(now.get(i), start);
            int segment = segments.get(i).getSegmentId();
            FutureUtils.joinAndUnwrap(tokens.storeToken(replay, processor, segment, null));
            FutureUtils.joinAndUnwrap(tokens.releaseClaim(processor, segment, null));
        }
    }

    private static TrackingToken claim(String processor, TokenStore tokens, Segment segment) {
        TrackingToken token =
                FutureUtils.joinAndUnwrap(
                        tokens.fetchToken(processor, segment.getSegmentId(), null));
        return token == null ? new GlobalSequenceTrackingToken(0) : token;
    }
}
