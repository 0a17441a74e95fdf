@NullMarked
package org.zhengyou.standalone.demo;

import org.jspecify.annotations.NullMarked;
