/** 年终述职考核 (S110-S115): duty report, commentary, appraisal, result, disclosure. */
@NullMarked
package org.zhengyou.evaluations.reviews;

import org.jspecify.annotations.NullMarked;
