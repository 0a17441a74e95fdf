@NullMarked
package org.zhengyou.members.accounts;

import org.jspecify.annotations.NullMarked;
