@NullMarked
package org.zhengyou.organizations.bodies;

import org.jspecify.annotations.NullMarked;
