@NullMarked
package org.zhengyou.standalone.client;

import org.jspecify.annotations.NullMarked;
