/** Ed25519 keys in files outside the store, and what is signed with them. */
@NullMarked
package org.zhengyou.kit.signing;

import org.jspecify.annotations.NullMarked;
