/** 表彰: rounds, nominations, recommendations, eligibility with its reasons, decisions. */
@NullMarked
package org.zhengyou.commendations;

import org.jspecify.annotations.NullMarked;
