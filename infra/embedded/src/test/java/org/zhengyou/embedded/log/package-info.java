/** The log of the platform on the embedded server, and what becomes of it when things break. */
@NullMarked
package org.zhengyou.embedded.log;

import org.jspecify.annotations.NullMarked;
