@NullMarked
package org.zhengyou.kit.decide;

import org.jspecify.annotations.NullMarked;
