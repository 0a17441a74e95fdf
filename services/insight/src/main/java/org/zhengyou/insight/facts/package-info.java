/** The facts of all services, with the few fields that are shown here. */
@NullMarked
package org.zhengyou.insight.facts;

import org.jspecify.annotations.NullMarked;
