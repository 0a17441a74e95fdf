/** 补录复核: acts that were recorded late or entered from a document wait for a second person. */
@NullMarked
package org.zhengyou.kit.attestation;

import org.jspecify.annotations.NullMarked;
