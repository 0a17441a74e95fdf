package org.zhengyou.kit.adoption;

import org.zhengyou.kit.decide.Identifier;

/**
 * 自定规则标识. The id under which a policy is cited, {@code P-RESULT-GOOD}: chosen once, never random,
 * listed in the glossary.
 */
public record PolicyId(String value) implements Identifier {
    /** Refuses what is no identifier. */
    public PolicyId {
        value = Identifier.checked(value);
    }
}
