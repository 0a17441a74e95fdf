package org.zhengyou.kit.runtime;

import java.time.Duration;
import org.zhengyou.kit.view.Lookup;

/**
 * What a running service knows now: the live rows of its views and directories. Exactly one {@link
 * Part} of a service implements it.
 */
public interface Knowledge extends Lookup {
    /**
     * Begins the lookups of one decision.
     *
     * @param atLeast what its basis must cover, if that is announced soon
     */
    Looking looking(Basis atLeast);

    /**
     * Waits until everything up to this position is in the rows.
     *
     * @param source the service whose log is meant; of one that this service does not listen to
     *     there is nothing to wait for, so that a client may name whatever it has seen
     * @param position in that log
     * @param limit how long to wait at most
     * @return whether it is known now
     * @throws org.zhengyou.kit.http.ProblemException {@code MALFORMED_REQUEST} if it lies behind
     *     the end of the service's own log
     */
    boolean await(String source, long position, Duration limit);
}
