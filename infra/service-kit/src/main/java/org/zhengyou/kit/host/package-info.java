@NullMarked
package org.zhengyou.kit.host;

import org.jspecify.annotations.NullMarked;
