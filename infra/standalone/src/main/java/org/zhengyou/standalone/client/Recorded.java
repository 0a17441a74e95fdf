package org.zhengyou.standalone.client;

import java.util.List;

/**
 * What a client was told of a command.
 *
 * @param service where it was sent
 * @param key its idempotency key
 * @param position position of its last event; 0 if nothing had to change
 * @param types its event types
 * @param repeated whether an earlier sending had already done it
 */
public record Recorded(
        String service, String key, long position, List<String> types, boolean repeated) {

    /** As the {@code after} parameter takes it. */
    public String after() {
        return service + ":" + position;
    }
}
