/** Local copies of other services' facts that rules here need. */
@NullMarked
package org.zhengyou.activities.directory;

import org.jspecify.annotations.NullMarked;
