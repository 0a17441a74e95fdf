package org.zhengyou.kit.decide;

import java.util.HashMap;
import java.util.Map;

/** The states of the grounds that one decision rests on, all as of one position of the log. */
public final class Found {
    /** No ground was looked at. */
    public static final Found NOTHING = new Found(Map.of());

    private final Map<Ground<?>, Map<Tag, Object>> states;

    private Found(Map<Ground<?>, Map<Tag, Object>> states) {
        this.states = states;
    }

    /** These states and one more. */
    public <S> Found and(Ground<S> ground, Tag tag, S state) {
        Map<Ground<?>, Map<Tag, Object>> more = new HashMap<>(states);
        Map<Tag, Object> ofGround = new HashMap<>(more.getOrDefault(ground, Map.of()));
        ofGround.put(tag, state);
        more.put(ground, ofGround);
        return new Found(more);
    }

    /**
     * The state of this ground under the one tag that the command names.
     *
     * @throws IllegalStateException if the decider does not rest on exactly one of it
     */
    <S> S on(Ground<S> ground) {
        Map<Tag, Object> found = states.getOrDefault(ground, Map.of());
        if (found.size() != 1)
            throw new IllegalStateException(
                    "the decision rests on " + found.size() + " of " + ground + ", not on one");
        return cast(found.values().iterator().next());
    }

    /**
     * The state of this ground under a tag that the command names.
     *
     * @throws IllegalStateException if the decider does not rest on it
     */
    <S> S on(Ground<S> ground, Tag tag) {
        Object found = states.getOrDefault(ground, Map.of()).get(tag);
        if (found == null)
            throw new IllegalStateException(
                    "the decision does not rest on " + ground + " under this " + tag.key());
        return cast(found);
    }

    @SuppressWarnings({
        "unchecked",
        "TypeParameterUnusedInFormals"
    }) // put in by and(..) with the type of its ground
    private static <S> S cast(Object state) {
        return (S) state;
    }
}
