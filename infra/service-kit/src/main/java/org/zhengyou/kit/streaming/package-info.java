/**
 * Reading a log from where one stopped: Axon's pooled processors, fed with ranges of positions
 * instead of single events, in the one process that has the lease.
 */
@NullMarked
package org.zhengyou.kit.streaming;

import org.jspecify.annotations.NullMarked;
