/**
 * What must hold for a log on any server. {@link org.zhengyou.log.conformance.Server} is where it
 * runs; the abstract classes are the tests; {@link org.zhengyou.log.conformance.Contest} holds the
 * contests whose checks are themselves shown to find seeded bugs.
 */
@NullMarked
package org.zhengyou.log.conformance;

import org.jspecify.annotations.NullMarked;
