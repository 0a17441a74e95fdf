package org.zhengyou.kit.view;

import org.zhengyou.kit.authority.OfficeFunction;

/** Who reads, with what they are entitled to today. */
public interface Reader {
    /** The token's subject. */
    String person();

    /** Whether the reader is this person. */
    default boolean is(String person) {
        return person().equals(person);
    }

    /** Whether the token carries the auditor's role. */
    boolean isAuditor();

    /** Whether the reader holds an office at the university Party committee. */
    boolean isAtCommittee();

    /**
     * Whether the reader holds, over this organisation or one above it, an office that carries the
     * function.
     */
    boolean holds(OfficeFunction function, String organization);

    /**
     * Whether the reader is secretary or deputy secretary of this organisation or of one above it.
     * Who may read what people said, and their names, is asked with this: a seat in a body gives
     * its functions and never this. Nobody is, unless the reader's offices say so.
     */
    default boolean heads(String organization) {
        return false;
    }

    /**
     * Whether the reader holds any office or any seat with a function over this organisation or one
     * above it: enough for ids, steps and counts, not for what {@link #heads} is asked.
     */
    default boolean leads(String organization) {
        for (OfficeFunction function : OfficeFunction.values())
            if (holds(function, organization)) return true;
        return false;
    }
}
