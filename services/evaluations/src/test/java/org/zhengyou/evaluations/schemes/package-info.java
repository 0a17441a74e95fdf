@NullMarked
package org.zhengyou.evaluations.schemes;

import org.jspecify.annotations.NullMarked;
