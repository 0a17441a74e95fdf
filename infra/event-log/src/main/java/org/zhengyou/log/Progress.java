package org.zhengyou.log;

/** Is told how far a verification has come. */
@FunctionalInterface
public interface Progress {
    /**
     * So many events were checked.
     *
     * @param events counted from the beginning of the log
     */
    void checked(long events);

    /** Nobody is told. */
    static Progress none() {
        return events -> {};
    }
}
