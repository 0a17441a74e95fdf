package org.zhengyou.embedded.kafka;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Makes a node that was killed start without waiting for itself.
 *
 * <p>The controller remembers the session of the broker's last life and lets the broker in only
 * when that has expired. With short sessions a busy broker would now and then lose the one it lives
 * in. So sessions are long, and once the controller has begun to count, its clock skips a session.
 */
final class DeadSession {
    /** How long a broker may stay silent before the controller gives it up. */
    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration SKIP_AGAIN = Duration.ofSeconds(1);
    private static final String ACTIVE =
            "kafka.controller:type=KafkaController,name=ActiveControllerCount";

    private DeadSession() {}

    /** Starts a node on the clock, which skips meanwhile. */
    static void skipDuring(Runnable startup, SkippingClock clock) {
        Thread skipping = Thread.ofVirtual().name("dead-session").start(() -> skip(clock));
        try {
            startup.run();
        } finally {
            skipping.interrupt();
        }
    }

    private static void skip(SkippingClock clock) {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName active = new ObjectName(ACTIVE);
            while (true) {
                boolean counting = counting(beans, active);
                if (counting) {
                    clock.skip(LENGTH.plus(SKIP_AGAIN));
                }
                Thread.sleep(counting ? SKIP_AGAIN : LOOK_AGAIN);
            }
        } catch (InterruptedException started) {
            Thread.currentThread().interrupt();
        } catch (JMException e) {
            throw new IllegalStateException("cannot see whether the controller is active", e);
        }
    }

    private static boolean counting(MBeanServer beans, ObjectName active) throws JMException {
        try {
            return beans.getAttribute(active, "Value") instanceof Number count
                    && count.intValue() > 0;
        } catch (InstanceNotFoundException notYet) {
            return false;
        }
    }
}
