/** A service whose facts name documents. */
@NullMarked
package org.zhengyou.kit.documents.papers;

import org.jspecify.annotations.NullMarked;
