@NullMarked
package org.zhengyou.kit.spec;

import org.jspecify.annotations.NullMarked;
