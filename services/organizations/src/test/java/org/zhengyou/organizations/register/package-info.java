@NullMarked
package org.zhengyou.organizations.register;

import org.jspecify.annotations.NullMarked;
