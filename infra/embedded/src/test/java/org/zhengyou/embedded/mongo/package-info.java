@NullMarked
package org.zhengyou.embedded.mongo;

import org.jspecify.annotations.NullMarked;
