@NullMarked
package org.zhengyou.insight.facts;

import org.jspecify.annotations.NullMarked;
