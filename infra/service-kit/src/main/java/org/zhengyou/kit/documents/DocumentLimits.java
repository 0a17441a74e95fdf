package org.zhengyou.kit.documents;

import java.time.Duration;
import org.zhengyou.kit.http.ArrivalTime;

/**
 * How much of documents is taken.
 *
 * @param bytes of one document, at most
 * @param waiting bytes of one person's documents that no fact names yet, at most
 * @param kept how long such a document is kept
 */
record DocumentLimits(long bytes, long waiting, Duration kept) {
    /** As they are for everybody. */
    static final DocumentLimits DEFAULT =
            new DocumentLimits(
                    ArrivalTime.LARGEST_BODY, 2L * ArrivalTime.LARGEST_BODY, Duration.ofHours(24));
}
