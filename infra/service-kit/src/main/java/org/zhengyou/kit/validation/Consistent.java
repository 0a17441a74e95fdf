package org.zhengyou.kit.validation;

import java.util.List;

/**
 * A command, or a part of one, whose parts must go together. It is asked once each part is right by
 * itself.
 */
public interface Consistent {
    /**
     * Everything that does not go together, each under the part to be changed; empty if all does.
     */
    List<Violation> contradictions();
}
