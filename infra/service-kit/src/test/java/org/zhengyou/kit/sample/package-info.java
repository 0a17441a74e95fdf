@NullMarked
package org.zhengyou.kit.sample;

import org.jspecify.annotations.NullMarked;
