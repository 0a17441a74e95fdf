/** How the gateway itself says no. */
@NullMarked
package org.zhengyou.gateway.refusals;

import org.jspecify.annotations.NullMarked;
