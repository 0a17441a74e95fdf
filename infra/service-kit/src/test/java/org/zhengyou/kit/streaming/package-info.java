@NullMarked
package org.zhengyou.kit.streaming;

import org.jspecify.annotations.NullMarked;
