/** 评价考核: criteria schemes, the year-end review of organisations and members, its results. */
@NullMarked
package org.zhengyou.evaluations;

import org.jspecify.annotations.NullMarked;
