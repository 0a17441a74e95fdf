/** 党员攻关项目、党员品牌工程: what members undertake at their posts, and what came of it (S60). */
@NullMarked
package org.zhengyou.activities.projects;

import org.jspecify.annotations.NullMarked;
