package org.zhengyou.kit.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.inmemory.InMemoryTokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeaseTest {
    /** The second renewal fails as it does when the heap is full for a moment. */
    private static final class Exhausted extends InMemoryTokenStore {
        private final AtomicInteger renewals = new AtomicInteger();

        @Override
        public CompletableFuture<Void> extendClaim(
                String processor, int segment, @Nullable ProcessingContext context) {
            if (renewals.incrementAndGet() == 2) throw new OutOfMemoryError("for a moment");
            return super.extendClaim(processor, segment, context);
        }
    }

    @Test
    void a_lease_is_renewed_after_whatever_went_wrong_once() {
        Exhausted tokens = new Exhausted();
        Lease lease = new Lease(tokens, "worker", Duration.ofMillis(200));
        lease.start();
        try {
            eventually("renewed after the failure", () -> tokens.renewals.get() > 3);
            eventually("held", lease::isValid);
            assertThat(lease.epoch()).isEqualTo(1);
        } finally {
            lease.stop();
        }
    }
}
