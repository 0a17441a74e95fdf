/** 评选、表彰 (S69, S84, S116): deciding and conferring are two acts. */
@NullMarked
package org.zhengyou.commendations.decisions;

import org.jspecify.annotations.NullMarked;
