@NullMarked
package org.zhengyou.commendations.directory;

import org.jspecify.annotations.NullMarked;
