/**
 * What a team would otherwise build: current state in tables, history by Hibernate Envers, rules in
 * transactional services, on PostgreSQL, behind Spring Cloud Gateway. It answers two commands and a
 * page of members as the platform does, so that the same clients can ask both.
 */
@NullMarked
package org.zhengyou.bench.envers;

import org.jspecify.annotations.NullMarked;
