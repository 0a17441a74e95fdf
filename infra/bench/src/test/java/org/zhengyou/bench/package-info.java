@NullMarked
package org.zhengyou.bench;

import org.jspecify.annotations.NullMarked;
