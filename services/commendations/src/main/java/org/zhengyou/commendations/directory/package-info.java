/** Local copies of other services' facts that rules here need. */
@NullMarked
package org.zhengyou.commendations.directory;

import org.jspecify.annotations.NullMarked;
