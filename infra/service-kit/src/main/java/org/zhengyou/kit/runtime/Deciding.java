package org.zhengyou.kit.runtime;

import java.util.function.Supplier;
import org.zhengyou.kit.view.Lookup;

/**
 * What all deciders of one service share.
 *
 * @param service its name
 * @param states recent states, so that only what came after is read
 * @param lookup its live rows
 */
record Deciding(
        String service,
        EventNames names,
        Boundary boundary,
        Sourcing sourcing,
        RequestKeys requests,
        StateCache states,
        CommandMeters meters,
        Supplier<? extends Lookup> lookup) {}
