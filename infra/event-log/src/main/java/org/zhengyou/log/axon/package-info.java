/**
 * Axon Framework 5.0.1 on the log: storage engine, token store and replay.
 *
 * <p>Cures for what that version lacks or gets wrong stand beside the number of the upstream issue;
 * {@code AxonDefectsTest} fails as soon as one of them is no longer needed.
 */
@NullMarked
package org.zhengyou.log.axon;

import org.jspecify.annotations.NullMarked;
