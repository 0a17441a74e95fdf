/** Who may come in. */
@NullMarked
package org.zhengyou.gateway.access;

import org.jspecify.annotations.NullMarked;
