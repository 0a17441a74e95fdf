@NullMarked
package org.zhengyou.kit.attestation;

import org.jspecify.annotations.NullMarked;
