/**
 * A MongoDB-protocol server inside the JVM. Wire protocol, query operators and update operators
 * come from mongo-java-server; order, indexes, planner, durability and replies are ours, kept in an
 * H2 MVStore file.
 */
@NullMarked
package org.zhengyou.embedded.mongo;

import org.jspecify.annotations.NullMarked;
