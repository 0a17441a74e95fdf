@NullMarked
package org.zhengyou.kit.projection;

import org.jspecify.annotations.NullMarked;
