/** A real Kafka broker inside the JVM. */
@NullMarked
package org.zhengyou.embedded.kafka;

import org.jspecify.annotations.NullMarked;
