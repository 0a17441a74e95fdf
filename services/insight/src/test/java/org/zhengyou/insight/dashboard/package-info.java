@NullMarked
package org.zhengyou.insight.dashboard;

import org.jspecify.annotations.NullMarked;
