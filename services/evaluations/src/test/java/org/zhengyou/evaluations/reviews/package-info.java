@NullMarked
package org.zhengyou.evaluations.reviews;

import org.jspecify.annotations.NullMarked;
