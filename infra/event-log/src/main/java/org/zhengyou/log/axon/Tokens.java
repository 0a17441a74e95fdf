package org.zhengyou.log.axon;

import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Tokens as documents that name no class: what is stored outlives the framework's packages. */
final class Tokens {
    private static final String POSITION = "position";
    private static final String REPLAY_UNTIL = "replayUntil";
    private static final String CURRENT = "current";
    private static final String LOWER = "lower";
    private static final String UPPER = "upper";

    private Tokens() {}

    static @Nullable Document write(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> null;
            case GlobalSequenceTrackingToken at -> new Document(POSITION, at.getGlobalIndex());
            case ReplayToken replay ->
                    new Document(REPLAY_UNTIL, write(replay.getTokenAtReset()))
                            .append(CURRENT, write(replay.getCurrentToken()));
            case MergedTrackingToken merged ->
                    new Document(LOWER, write(merged.lowerSegmentToken()))
                            .append(UPPER, write(merged.upperSegmentToken()));
            default -> throw new IllegalArgumentException("no token of the log: " + token);
        };
    }

    static @Nullable TrackingToken read(@Nullable Document token) {
        if (token == null) {
            return null;
        }
        if (token.containsKey(POSITION)) {
            return new GlobalSequenceTrackingToken(token.getLong(POSITION));
        }
        if (token.containsKey(LOWER)) {
            return new MergedTrackingToken(part(token, LOWER), part(token, UPPER));
        }
        return ReplayToken.createReplayToken(part(token, REPLAY_UNTIL), part(token, CURRENT));
    }

    private static @Nullable TrackingToken part(Document token, String name) {
        return read(token.get(name, Document.class));
    }
}
