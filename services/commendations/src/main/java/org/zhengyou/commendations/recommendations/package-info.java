/** 民主推荐 (S83): the third step, counted on paper. */
@NullMarked
package org.zhengyou.commendations.recommendations;

import org.jspecify.annotations.NullMarked;
