@NullMarked
package org.zhengyou.kit.http;

import org.jspecify.annotations.NullMarked;
