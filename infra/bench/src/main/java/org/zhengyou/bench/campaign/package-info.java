/**
 * A made-up campaign of any size, the same for the same seed, and how it gets into the logs of a
 * data folder: as the services would have written it, one transaction per command.
 */
@NullMarked
package org.zhengyou.bench.campaign;

import org.jspecify.annotations.NullMarked;
