@NullMarked
package org.zhengyou.kit.authority;

import org.jspecify.annotations.NullMarked;
