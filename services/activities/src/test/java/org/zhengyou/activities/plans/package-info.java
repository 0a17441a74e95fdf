@NullMarked
package org.zhengyou.activities.plans;

import org.jspecify.annotations.NullMarked;
