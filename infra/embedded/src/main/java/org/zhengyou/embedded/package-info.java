@NullMarked
package org.zhengyou.embedded;

import org.jspecify.annotations.NullMarked;
