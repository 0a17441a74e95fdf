@NullMarked
package org.zhengyou.bench.campaign;

import org.jspecify.annotations.NullMarked;
