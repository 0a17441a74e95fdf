@NullMarked
package org.zhengyou.commendations.nominations;

import org.jspecify.annotations.NullMarked;
