/** 活动进展 (S103, F70): figures per organisation. */
@NullMarked
package org.zhengyou.insight.dashboard;

import org.jspecify.annotations.NullMarked;
