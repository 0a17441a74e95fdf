package org.zhengyou.kit.runtime;

/** The time for one command was up before it could be appended; nothing was recorded. */
public final class TimeLimitExceededException extends RuntimeException {
    TimeLimitExceededException(String message) {
        super(message, null, false, false);
    }
}
