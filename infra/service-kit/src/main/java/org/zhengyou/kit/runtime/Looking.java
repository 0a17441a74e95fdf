package org.zhengyou.kit.runtime;

import org.zhengyou.kit.view.Lookup;

/** The lookups of one decision, all at one basis. Used by one thread. */
public interface Looking extends Lookup {
    /** Up to where the rows contain the facts, as it was when this began. */
    Basis basis();

    /**
     * The latest facts of which any row was made that was looked up here. Where {@link #basis} does
     * not cover it, a row was written that is not announced yet: then what was decided counts for
     * nothing, and is decided again.
     */
    Basis met();
}
