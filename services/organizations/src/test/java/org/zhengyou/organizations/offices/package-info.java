@NullMarked
package org.zhengyou.organizations.offices;

import org.jspecify.annotations.NullMarked;
