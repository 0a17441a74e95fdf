@NullMarked
package org.zhengyou.commendations;

import org.jspecify.annotations.NullMarked;
