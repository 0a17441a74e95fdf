package org.zhengyou.kit.imports;

/** Why a row cannot be imported, in Chinese and English, for the person who owns the file. */
public final class RowError extends RuntimeException {
    /** The reason; never repeats a personal value. */
    public RowError(String reason) {
        super(reason, null, false, false);
    }
}
