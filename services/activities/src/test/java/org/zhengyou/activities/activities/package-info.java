@NullMarked
package org.zhengyou.activities.activities;

import org.jspecify.annotations.NullMarked;
