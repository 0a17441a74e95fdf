@NullMarked
package org.zhengyou.kit.json;

import org.jspecify.annotations.NullMarked;
