/** 标准 (S8, S26): by which criteria whom is judged. */
@NullMarked
package org.zhengyou.evaluations.schemes;

import org.jspecify.annotations.NullMarked;
