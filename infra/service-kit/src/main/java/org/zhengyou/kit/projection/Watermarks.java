package org.zhengyou.kit.projection;

/** How much of other services' logs has arrived in the inbox. */
@FunctionalInterface
public interface Watermarks {
    /**
     * Where one source stands.
     *
     * @param position everything of the source up to this position was received
     * @param inbox and what concerns this service lies in its inbox up to this position
     */
    record Mark(long position, long inbox) {
        /** Nothing was received. */
        public static final Mark NOTHING = new Mark(0, 0);
    }

    /** Where this source stands. */
    Mark of(String source);
}
