@NullMarked
package org.zhengyou.kit.documents;

import org.jspecify.annotations.NullMarked;
