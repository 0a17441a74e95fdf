/** Where requests go on to. */
@NullMarked
package org.zhengyou.gateway.routes;

import org.jspecify.annotations.NullMarked;
