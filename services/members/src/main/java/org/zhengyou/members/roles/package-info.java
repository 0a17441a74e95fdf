/** Who may do what with the platform itself. */
@NullMarked
package org.zhengyou.members.roles;

import org.jspecify.annotations.NullMarked;
