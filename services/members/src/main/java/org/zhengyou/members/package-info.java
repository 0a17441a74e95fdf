@NullMarked
package org.zhengyou.members;

import org.jspecify.annotations.NullMarked;
