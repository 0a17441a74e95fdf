/** Axon 4 on MongoDB and on PostgreSQL, told what to do line by line. */
@NullMarked
package org.zhengyou.bench.axon4;

import org.jspecify.annotations.NullMarked;
