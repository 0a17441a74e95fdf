/** What the gateway says of its own addresses. */
@NullMarked
package org.zhengyou.gateway.description;

import org.jspecify.annotations.NullMarked;
