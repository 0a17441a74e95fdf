/** 基层申报、总支陈述 (S83): the first two of the three steps. */
@NullMarked
package org.zhengyou.commendations.nominations;

import org.jspecify.annotations.NullMarked;
