@NullMarked
package org.zhengyou.evaluations;

import org.jspecify.annotations.NullMarked;
