package org.zhengyou.kit.attestation;

import java.util.Locale;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Fact;

/**
 * 事项标识. Names one recorded event by the service whose log holds it and its position there, e.g.
 * {@code activities-000000000123}; in the order of positions.
 */
@RefersTo(view = "late-acts", name = "type")
public record ActId(String value) implements Identifier {
    /** Refuses what is no identifier. */
    public ActId {
        value = Identifier.checked(value);
    }

    /** That of this fact. */
    public static ActId of(Fact<?> fact) {
        return new ActId(String.format(Locale.ROOT, "%s-%012d", fact.source(), fact.position()));
    }

    /** Whether it names an event of this service. */
    public boolean isOf(String service) {
        return value.startsWith(service + '-');
    }
}
