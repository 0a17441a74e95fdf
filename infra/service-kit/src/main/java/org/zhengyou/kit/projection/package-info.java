/**
 * Live views, answers from them now and in the past, rebuilding, parking what a handler could not
 * take, and policies. {@link org.zhengyou.kit.projection.LivePart} puts it all together.
 */
@NullMarked
package org.zhengyou.kit.projection;

import org.jspecify.annotations.NullMarked;
