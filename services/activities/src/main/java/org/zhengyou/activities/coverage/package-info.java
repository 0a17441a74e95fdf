/** 每一个支部、每一位党员: who is reached and who is not (S55, S57). */
@NullMarked
package org.zhengyou.activities.coverage;

import org.jspecify.annotations.NullMarked;
