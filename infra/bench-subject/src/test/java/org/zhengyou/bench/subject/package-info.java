@NullMarked
package org.zhengyou.bench.subject;

import org.jspecify.annotations.NullMarked;
