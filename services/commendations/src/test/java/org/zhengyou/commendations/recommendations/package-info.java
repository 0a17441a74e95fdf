@NullMarked
package org.zhengyou.commendations.recommendations;

import org.jspecify.annotations.NullMarked;
