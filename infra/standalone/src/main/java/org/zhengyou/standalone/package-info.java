@NullMarked
package org.zhengyou.standalone;

import org.jspecify.annotations.NullMarked;
