/** 资格 (S116): rules with versions, and the trace of how each came out. */
@NullMarked
package org.zhengyou.commendations.eligibility;

import org.jspecify.annotations.NullMarked;
