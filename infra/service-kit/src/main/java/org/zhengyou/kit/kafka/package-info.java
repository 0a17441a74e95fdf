@NullMarked
package org.zhengyou.kit.kafka;

import org.jspecify.annotations.NullMarked;
