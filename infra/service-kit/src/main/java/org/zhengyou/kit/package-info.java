@NullMarked
package org.zhengyou.kit;

import org.jspecify.annotations.NullMarked;
