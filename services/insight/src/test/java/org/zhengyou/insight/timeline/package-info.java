@NullMarked
package org.zhengyou.insight.timeline;

import org.jspecify.annotations.NullMarked;
