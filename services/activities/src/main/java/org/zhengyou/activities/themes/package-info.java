/** 五项活动: planned, held, attended (S36, S57-S63, S70). */
@NullMarked
package org.zhengyou.activities.themes;

import org.jspecify.annotations.NullMarked;
