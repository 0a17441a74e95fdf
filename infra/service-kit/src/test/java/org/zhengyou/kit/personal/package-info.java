@NullMarked
package org.zhengyou.kit.personal;

import org.jspecify.annotations.NullMarked;
