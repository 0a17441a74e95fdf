@NullMarked
package org.zhengyou.commendations.eligibility;

import org.jspecify.annotations.NullMarked;
