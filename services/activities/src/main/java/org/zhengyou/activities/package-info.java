@NullMarked
package org.zhengyou.activities;

import org.jspecify.annotations.NullMarked;
