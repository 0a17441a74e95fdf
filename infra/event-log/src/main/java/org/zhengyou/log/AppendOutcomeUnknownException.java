package org.zhengyou.log;

/**
 * The connection was lost while writing, and the log could not be read within the time limit to see
 * what became of it: the transaction may be in the log, may still arrive there, or may not. Whoever
 * tries again must first look for its own event ids or use a condition that its own events violate.
 */
public final class AppendOutcomeUnknownException extends RuntimeException {
    AppendOutcomeUnknownException(Throwable cause) {
        super("the outcome of the append is unknown", cause);
    }
}
