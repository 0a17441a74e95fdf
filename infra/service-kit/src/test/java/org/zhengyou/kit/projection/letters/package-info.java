/** A service made of views, for testing them. */
@NullMarked
package org.zhengyou.kit.projection.letters;

import org.jspecify.annotations.NullMarked;
