package org.zhengyou.log.axon;

/** Turns an event's payload into the text that is stored and back. */
public interface PayloadCodec {
    /**
     * The exact JSON text to store and hash.
     *
     * @throws IllegalArgumentException if this codec does not know the payload's type
     */
    String write(Object payload);

    /**
     * The payload as today's type, upcast if it was stored in an older shape.
     *
     * @param type stored name
     * @param version version of the stored shape
     * @param payload stored text
     * @throws IllegalArgumentException if this codec does not know the name or the version: an
     *     event is never skipped silently
     */
    Object read(String type, String version, String payload);
}
