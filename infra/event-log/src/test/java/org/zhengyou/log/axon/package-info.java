@NullMarked
package org.zhengyou.log.axon;

import org.jspecify.annotations.NullMarked;
