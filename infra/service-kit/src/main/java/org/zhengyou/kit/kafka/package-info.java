/**
 * Own events to Kafka, other services' events from Kafka into the inbox: each once, however often
 * it is sent. The only package that knows Kafka.
 */
@NullMarked
package org.zhengyou.kit.kafka;

import org.jspecify.annotations.NullMarked;
