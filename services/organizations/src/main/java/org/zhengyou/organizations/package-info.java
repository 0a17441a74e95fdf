@NullMarked
package org.zhengyou.organizations;

import org.jspecify.annotations.NullMarked;
