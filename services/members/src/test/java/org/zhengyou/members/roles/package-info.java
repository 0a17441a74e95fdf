@NullMarked
package org.zhengyou.members.roles;

import org.jspecify.annotations.NullMarked;
