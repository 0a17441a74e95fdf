package org.zhengyou.kit.projection;

/** Which of its two logs a service has a fact from. */
enum Origin {
    /** Its own events. */
    LOG,
    /** What it learned from others. */
    INBOX;

    /** As it is called where it is stored. */
    String stored() {
        return this == LOG ? "log" : "inbox";
    }

    /** Reads {@link #stored}. */
    static Origin of(String stored) {
        return stored.equals("log") ? LOG : INBOX;
    }
}
