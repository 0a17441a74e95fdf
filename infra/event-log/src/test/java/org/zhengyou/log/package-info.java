@NullMarked
package org.zhengyou.log;

import org.jspecify.annotations.NullMarked;
