@NullMarked
package org.zhengyou.activities.themes;

import org.jspecify.annotations.NullMarked;
