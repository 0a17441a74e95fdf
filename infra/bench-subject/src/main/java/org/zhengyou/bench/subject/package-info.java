/**
 * What every subject of a comparison shares, whatever is on its class path: the events, the loop of
 * writers, and the lines in which a process is told what to do and says what came out.
 */
@NullMarked
package org.zhengyou.bench.subject;

import org.jspecify.annotations.NullMarked;
