/** Documents that facts name by digest: taken in, sealed, shown to whoever sees such a fact. */
@NullMarked
package org.zhengyou.kit.documents;

import org.jspecify.annotations.NullMarked;
