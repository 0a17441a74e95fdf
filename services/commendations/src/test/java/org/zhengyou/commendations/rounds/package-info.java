@NullMarked
package org.zhengyou.commendations.rounds;

import org.jspecify.annotations.NullMarked;
