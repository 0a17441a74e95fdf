package org.zhengyou.kit.imports;

/** A file as a whole cannot be read; the message says why, in Chinese and English. */
public final class UnreadableSheet extends RuntimeException {
    UnreadableSheet(String reason) {
        super(reason, null, false, false);
    }
}
