package org.zhengyou.log;

import org.jspecify.annotations.Nullable;

/**
 * The store could not be reached, refused the write, or others were faster until the time was up.
 * Nothing was written and nothing will be: trying again is safe.
 */
public final class LogUnavailableException extends RuntimeException {
    LogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
