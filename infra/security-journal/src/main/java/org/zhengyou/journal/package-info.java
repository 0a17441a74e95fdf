/** What happens at the doors of the platform, on record for whoever guards it. */
@NullMarked
package org.zhengyou.journal;

import org.jspecify.annotations.NullMarked;
