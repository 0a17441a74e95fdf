package org.zhengyou.kit.projection;

import org.zhengyou.kit.view.Cut;

/**
 * What the store says of a row without the row; see {@link StoredRow}.
 *
 * @param key its key
 * @param version how often it was written
 * @param effective the latest effective time of the facts that made it
 * @param recorded the latest recorded time of these facts
 */
record RowHead(String key, long version, long effective, long recorded) {
    /** Whether the row is that of the cut. */
    boolean isWithin(Cut cut) {
        return StoredRow.isWithin(cut, effective, recorded);
    }
}
