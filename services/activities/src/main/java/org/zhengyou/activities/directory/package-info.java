/** The ids of what other services keep. */
@NullMarked
package org.zhengyou.activities.directory;

import org.jspecify.annotations.NullMarked;
