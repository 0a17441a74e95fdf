@NullMarked
package org.zhengyou.evaluations.directory;

import org.jspecify.annotations.NullMarked;
