package org.zhengyou.kit.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;

/**
 * A part of a service's deciders that is left out while scenarios run, so that one of them must go
 * red. Parts have names in words: {@code plan rests on campaign of CampaignEvent}.
 */
@FunctionalInterface
interface Mutation {
    /** The one in force on this thread, if any. */
    ThreadLocal<@Nullable Mutation> IN_FORCE = new ThreadLocal<>();

    /** Whether this part is left out. */
    boolean leavesOut(String part);

    /**
     * Whether a decider does not find such an event on this ground.
     *
     * @param rests whether it rests on the ground; otherwise the ground is its own state, which may
     *     be that of others as well
     */
    static boolean hides(
            Decider<?, ?, ?> decider, Ground<?> ground, boolean rests, Class<?> event) {
        if (!isInForce()) return false;
        List<String> parts = new ArrayList<>(List.of(fold(ground, event)));
        if (rests) parts.add(rest(decider, ground));
        return leavesOut(parts);
    }

    /** Whether an event does not carry this tag of its decider. */
    static boolean removes(Class<?> event, Tag tag) {
        return isInForce() && leavesOut(List.of(tag(event, tag)));
    }

    /** Whether a decider ignores this command. */
    static boolean ignores(Object command) {
        return isInForce() && leavesOut(List.of(answer(command.getClass())));
    }

    /** Whether a part is left out, or noted as used, on this thread. */
    static boolean isInForce() {
        return IN_FORCE.get() != null;
    }

    /** The answer of a decider to a command. */
    static String answer(Class<?> command) {
        return command.getSimpleName() + " is decided";
    }

    /** The part of a decider that rests on a ground. */
    static String rest(Decider<?, ?, ?> decider, Ground<?> ground) {
        return decider.name() + " rests on " + ground;
    }

    /** The case of a fold for an event. */
    static String fold(Ground<?> ground, Class<?> event) {
        return ground + " heeds " + event.getSimpleName();
    }

    /** A tag of an event. */
    static String tag(Class<?> event, Tag tag) {
        return event.getSimpleName() + " is tagged " + tag.key();
    }

    private static boolean leavesOut(List<String> parts) {
        Mutation mutation = IN_FORCE.get();
        boolean out = false;
        for (String part : parts) out |= mutation != null && mutation.leavesOut(part);
        return out;
    }
}
