@NullMarked
package org.zhengyou.members.register;

import org.jspecify.annotations.NullMarked;
