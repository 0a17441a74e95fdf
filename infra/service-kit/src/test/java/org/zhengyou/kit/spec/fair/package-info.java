/** A small service whose scenarios are shown to notice, or not, what is forgotten. */
@NullMarked
package org.zhengyou.kit.spec.fair;

import org.jspecify.annotations.NullMarked;
