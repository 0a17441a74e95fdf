@NullMarked
package org.zhengyou.kit.runtime;

import org.jspecify.annotations.NullMarked;
