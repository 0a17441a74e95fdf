@NullMarked
package org.zhengyou.kit.view;

import org.jspecify.annotations.NullMarked;
