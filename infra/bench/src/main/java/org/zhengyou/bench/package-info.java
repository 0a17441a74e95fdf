/** Measurements of a platform that runs in a process of its own, from outside. */
@NullMarked
package org.zhengyou.bench;

import org.jspecify.annotations.NullMarked;
