@NullMarked
package org.zhengyou.insight;

import org.jspecify.annotations.NullMarked;
