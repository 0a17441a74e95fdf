@NullMarked
package org.zhengyou.embedded.kafka;

import org.jspecify.annotations.NullMarked;
