/** 实施方案、活动方案: the cascade of plans, receipts, mobilisation meetings, tasks (S51-S55). */
@NullMarked
package org.zhengyou.activities.plans;

import org.jspecify.annotations.NullMarked;
