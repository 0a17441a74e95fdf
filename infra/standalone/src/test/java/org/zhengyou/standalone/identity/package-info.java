@NullMarked
package org.zhengyou.standalone.identity;

import org.jspecify.annotations.NullMarked;
