@NullMarked
package org.zhengyou.kit.openapi;

import org.jspecify.annotations.NullMarked;
