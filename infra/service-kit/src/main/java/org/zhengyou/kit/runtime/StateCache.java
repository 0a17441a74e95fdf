package org.zhengyou.kit.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Ground;

/**
 * Recent states of grounds, so that only what came after is read. Many new things hang on the same
 * old one, as every activity on its campaign: a state is kept once, whichever decider asks.
 */
final class StateCache {
    private static final int FACTS_PER_STATE = 16;
    private static final int LARGEST_SHARE = 8;

    /**
     * A state and the position up to which all facts of its tags are in it.
     *
     * @param facts how many it was folded from
     */
    record Known<S>(S state, long position, int facts) {}

    private record Key(Ground<?> ground, Set<Tag> tags) {}

    private final Cache<Key, Known<?>> states;

    /**
     * An empty memory.
     *
     * @param most how many states it holds, each of up to {@value #FACTS_PER_STATE} facts; a larger
     *     one counts as several, though never as more than an eighth of all
     */
    StateCache(int most) {
        int largest = Math.max(1, most / LARGEST_SHARE);
        states =
                Caffeine.newBuilder()
                        .maximumWeight(most)
                        .weigher(
                                (Key key, Known<?> known) ->
                                        Math.min(1 + known.facts() / FACTS_PER_STATE, largest))
                        .executor(Runnable::run)
                        .build();
    }

    /** The state remembered, if any. */
    @SuppressWarnings("unchecked") // put under its ground
    <S> @Nullable Known<S> get(Ground<S> ground, Set<Tag> tags) {
        return (Known<S>) states.getIfPresent(new Key(ground, tags));
    }

    /** Remembers a state. */
    <S> void put(Ground<S> ground, Set<Tag> tags, Known<S> known) {
        states.put(new Key(ground, tags), known);
    }
}
