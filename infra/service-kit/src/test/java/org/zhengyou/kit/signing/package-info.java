@NullMarked
package org.zhengyou.kit.signing;

import org.jspecify.annotations.NullMarked;
