/** Who somebody is, where no other issuer is at hand. */
@NullMarked
package org.zhengyou.standalone.identity;

import org.jspecify.annotations.NullMarked;
