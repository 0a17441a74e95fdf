/** Tests of policies that are adopted. */
@NullMarked
package org.zhengyou.kit.adoption;

import org.jspecify.annotations.NullMarked;
