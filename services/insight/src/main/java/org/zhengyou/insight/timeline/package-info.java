/** 活动历程 (S81, F60): the facts of all services in one history. */
@NullMarked
package org.zhengyou.insight.timeline;

import org.jspecify.annotations.NullMarked;
