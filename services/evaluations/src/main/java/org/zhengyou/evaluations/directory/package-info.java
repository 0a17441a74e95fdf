/** Local copies of other services' facts that rules here need. */
@NullMarked
package org.zhengyou.evaluations.directory;

import org.jspecify.annotations.NullMarked;
