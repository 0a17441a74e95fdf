@NullMarked
package org.zhengyou.journal;

import org.jspecify.annotations.NullMarked;
