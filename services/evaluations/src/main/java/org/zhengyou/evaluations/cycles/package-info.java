/** 年终述职考核周期 (S109): one cycle per year, at its end. */
@NullMarked
package org.zhengyou.evaluations.cycles;

import org.jspecify.annotations.NullMarked;
