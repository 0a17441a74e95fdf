/** 表彰批次 (S69, S84, S85): what is commended, for which period, until when. */
@NullMarked
package org.zhengyou.commendations.rounds;

import org.jspecify.annotations.NullMarked;
