package org.zhengyou.kit.runtime;

import java.util.function.Supplier;
import org.zhengyou.kit.personal.Aliases;

/**
 * What all deciders of one service share.
 *
 * @param service its name
 * @param requests commands under a key
 * @param text commands as they are recorded
 * @param aliases of personal values in tags
 * @param states recent states, so that only what came after is read
 * @param knowledge its live rows
 * @param attestsLateActs whether it keeps its late acts
 */
record Deciding(
        String service,
        EventNames names,
        Boundary boundary,
        Sourcing sourcing,
        RequestKeys requests,
        CommandText text,
        Supplier<Aliases> aliases,
        StateCache states,
        CommandMeters meters,
        Supplier<? extends Knowledge> knowledge,
        boolean attestsLateActs) {}
