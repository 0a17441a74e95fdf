package org.zhengyou.standalone;

import org.zhengyou.log.ChainHead;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a log ended once, kept by somebody who wants to know later whether it was cut off.
 *
 * @param log service and log, as {@code members/log}
 * @param head the last position then, and the hash over everything up to it
 */
record KnownHead(String log, ChainHead head) {

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return log + "=" + head;
    }

    /**
     * Reads {@code log=position:hash}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static KnownHead of(String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':', equals + 1);
        if (equals < 1 || colon < 0) throw new IllegalArgumentException("no log, position or hash");
        long position = Long.parseLong(text.substring(equals + 1, colon));
        return new KnownHead(
                text.substring(0, equals), ChainHead.of(position, text.substring(colon + 1)));
    }

    /** For the command line. */
    static final class Converter implements ITypeConverter<KnownHead> {
        @Override
        public KnownHead convert(String text) {
            try {
                return of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not LOG=POSITION:HASH with 64 hexadecimal digits");
            }
        }
    }
}
