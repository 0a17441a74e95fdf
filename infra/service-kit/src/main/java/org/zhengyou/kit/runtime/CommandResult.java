package org.zhengyou.kit.runtime;

import java.util.List;

/**
 * What became of a command that was not refused.
 *
 * @param position of its last event in the service's log; if nothing had to change, the position up
 *     to which the log was known when that was decided
 * @param types stored names of its events, in order; empty if nothing had to change
 * @param repeated whether these are the events of an earlier command under the same key
 */
public record CommandResult(long position, List<String> types, boolean repeated) {
    /** Copies the types. */
    public CommandResult {
        types = List.copyOf(types);
    }
}
