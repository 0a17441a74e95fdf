@NullMarked
package org.zhengyou.activities.directory;

import org.jspecify.annotations.NullMarked;
