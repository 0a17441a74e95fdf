package org.zhengyou.kit.runtime;

import java.util.List;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.zhengyou.kit.http.Resource;

/**
 * Something a running service is made of besides its command path: its live views, its policies,
 * its publishing to Kafka. Made once per service by a {@link PartFactory}.
 *
 * <p>The order is: every part is made, then {@link #configure} of each, then Axon is built and
 * started, then {@link #start} of each in the order of the list; then requests are let in.
 */
public interface Part {
    /** Adds what this part needs to the service's Axon configuration, which is not built yet. */
    default void configure(EventSourcingConfigurer axon) {}

    /** Starts working; returns as soon as requests can be answered. */
    void start();

    /** Whether what it needs from outside is as it should be; asked often. */
    default boolean isReady() {
        return true;
    }

    /** Stops working and gives back what it holds; returns within half a second. */
    void stop();

    /**
     * Goes on if a client may send this command, as far as this part knows; asked before it is
     * decided.
     *
     * @throws org.zhengyou.kit.validation.InvalidCommandException what is wrong with it
     */
    default void admit(CommandEnvelope envelope) {}

    /** What this part answers, with paths that start with {@code /{service}/}; nothing if none. */
    default List<Resource> resources() {
        return List.of();
    }
}
