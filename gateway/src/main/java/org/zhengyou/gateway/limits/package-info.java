/** How much a caller may ask. */
@NullMarked
package org.zhengyou.gateway.limits;

import org.jspecify.annotations.NullMarked;
