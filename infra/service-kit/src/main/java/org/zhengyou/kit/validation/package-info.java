/** What the parts of any command may look like, before a rule is asked. */
@NullMarked
package org.zhengyou.kit.validation;

import org.jspecify.annotations.NullMarked;
