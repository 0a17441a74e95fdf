/** Who of the register can sign in. */
@NullMarked
package org.zhengyou.members.accounts;

import org.jspecify.annotations.NullMarked;
