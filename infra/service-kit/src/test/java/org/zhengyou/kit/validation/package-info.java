@NullMarked
package org.zhengyou.kit.validation;

import org.jspecify.annotations.NullMarked;
