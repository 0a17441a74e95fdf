package org.zhengyou.kit.projection;

/** Something that takes facts and may fail on one: a view or a policy. */
interface Handler {
    /** Under which name its facts are parked. */
    String name();

    /**
     * Takes a fact that was parked.
     *
     * @throws RuntimeException if it still fails
     */
    void take(Arrival arrival);
}
