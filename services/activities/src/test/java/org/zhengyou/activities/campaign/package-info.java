@NullMarked
package org.zhengyou.activities.campaign;

import org.jspecify.annotations.NullMarked;
