@NullMarked
package org.zhengyou.activities.coverage;

import org.jspecify.annotations.NullMarked;
