@NullMarked
package org.zhengyou.commendations.decisions;

import org.jspecify.annotations.NullMarked;
