/** 自定规则: what the plan is silent about, decided by the committee and kept as data. */
@NullMarked
package org.zhengyou.kit.adoption;

import org.jspecify.annotations.NullMarked;
