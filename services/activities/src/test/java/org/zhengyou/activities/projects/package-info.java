@NullMarked
package org.zhengyou.activities.projects;

import org.jspecify.annotations.NullMarked;
