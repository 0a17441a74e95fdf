@NullMarked
package org.zhengyou.kit.imports;

import org.jspecify.annotations.NullMarked;
