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

    /** Whether the reader holds any office over this organisation or one above it. */
    default boolean leads(String organization) {
        for (OfficeFunction function : OfficeFunction.values())
            if (holds(function, organization)) return true;
        return false;
    }
}
