package org.zhengyou.kit.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer.
 *
 * @param rows its rows; perhaps fewer than were asked for, even none, although it goes on
 * @param next behind which it goes on; null if that is all
 * @param total how many rows there are on all pages; null if that is not known
 */
record Page(List<Shown> rows, @Nullable Rank next, @Nullable Integer total) {}
