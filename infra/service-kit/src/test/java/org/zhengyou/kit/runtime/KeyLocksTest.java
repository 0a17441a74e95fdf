package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class KeyLocksTest {
    private final KeyLocks locks = new KeyLocks();

    @Test
    void who_waits_too_long_for_a_key_is_told_so() {
        try (KeyLocks.Held held = locks.take("exhibition=a", 1)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> inAnotherThread("exhibition=a"))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(TimeLimitExceededException.class);
        }
        inAnotherThread("exhibition=a");
    }

    private void inAnotherThread(String key) {
        CompletableFuture.runAsync(() -> locks.take(key, 1_000_000).close()).join();
    }
}
