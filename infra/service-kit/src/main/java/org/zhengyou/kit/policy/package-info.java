@NullMarked
package org.zhengyou.kit.policy;

import org.jspecify.annotations.NullMarked;
