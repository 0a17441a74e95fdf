/** The front door. */
@NullMarked
package org.zhengyou.gateway;

import org.jspecify.annotations.NullMarked;
