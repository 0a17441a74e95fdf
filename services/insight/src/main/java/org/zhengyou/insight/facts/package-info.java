/** Facts of which more is shown than their envelope says, with the few fields that are needed. */
@NullMarked
package org.zhengyou.insight.facts;

import org.jspecify.annotations.NullMarked;
