@NullMarked
package org.zhengyou.evaluations.cycles;

import org.jspecify.annotations.NullMarked;
