/** What is looked at before Spring sees a request: bytes and messages of a client's connection. */
@NullMarked
package org.zhengyou.gateway.wire;

import org.jspecify.annotations.NullMarked;
