package org.zhengyou.log.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Mongo;

class LogTokenStoreTest {
    private static final String P = "board";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final MongoCollection<Document> collection = Mongo.collection();
    private final LogTokenStore one = store("one");
    private final LogTokenStore two = store("two");

    private LogTokenStore store(String owner) {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new LogTokenStore(collection, owner, Duration.ofSeconds(10), clock);
    }

    @BeforeEach
    void two_segments_that_begin_at_5() {
        one.initializeTokenSegments(P, 2, at(5), null).join();
    }

    @Test
    void segments_are_initialized_once() {
        assertThat(two.fetchSegments(P, null).join()).hasSize(2);
        fails(two.initializeTokenSegments(P, 2, at(0), null), UnableToClaimTokenException.class);
        Segment first = Segment.splitBalanced(Segment.ROOT_SEGMENT, 1).getFirst();
        fails(two.initializeSegment(at(0), P, first, null), UnableToInitializeTokenException.class);
    }

    @Test
    void a_claimed_segment_is_not_available_elsewhere_until_released() {
        assertThat(one.fetchToken(P, 0, null).join()).isEqualTo(at(5));
        fails(two.fetchToken(P, 0, null), UnableToClaimTokenException.class);
        assertThat(two.fetchAvailableSegments(P, null).join()).hasSize(1);
        assertThat(one.fetchAvailableSegments(P, null).join()).hasSize(2);
        one.storeToken(at(9), P, 0, null).join();
        one.releaseClaim(P, 0, null).join();
        assertThat(two.fetchToken(P, 0, null).join()).isEqualTo(at(9));
    }

    @Test
    void a_lease_that_ran_out_lets_another_take_over_and_the_first_finds_out() {
        one.fetchToken(P, 0, null).join();
        now.set(now.get().plusSeconds(9));
        one.extendClaim(P, 0, null).join();
        now.set(now.get().plusSeconds(9));
        fails(two.fetchToken(P, 0, null), UnableToClaimTokenException.class);
        now.set(now.get().plusSeconds(2));
        two.fetchToken(P, 0, null).join();
        fails(one.storeToken(at(6), P, 0, null), UnableToClaimTokenException.class);
        fails(one.extendClaim(P, 0, null), UnableToClaimTokenException.class);
        fails(one.deleteToken(P, 0, null), UnableToClaimTokenException.class);
        two.deleteToken(P, 0, null).join();
        assertThat(one.fetchSegments(P, null).join()).hasSize(1);
    }

    @Test
    void every_kind_of_token_comes_back_and_no_class_name_is_stored() {
        one.fetchToken(P, 0, null).join();
        TrackingToken replay = ReplayToken.createReplayToken(at(9), at(2));
        for (TrackingToken token :
                new TrackingToken[] {replay, new MergedTrackingToken(at(1), at(2))}) {
            one.storeToken(token, P, 0, null).join();
            assertThat(one.fetchToken(P, 0, null).join()).isEqualTo(token);
        }
        one.storeToken(null, P, 0, null).join();
        assertThat(one.fetchToken(P, 0, null).join()).isNull();
        for (Document document : collection.find()) {
            assertThat(document.toJson()).doesNotContain("axonframework");
        }
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private static void fails(CompletableFuture<?> future, Class<? extends Throwable> with) {
        assertThatThrownBy(future::join).hasCauseInstanceOf(with);
    }
}
