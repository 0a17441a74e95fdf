/** 创先争优活动: directives, the campaign, its phases and milestones (S1-S3, S46-S50). */
@NullMarked
package org.zhengyou.activities.campaign;

import org.jspecify.annotations.NullMarked;
