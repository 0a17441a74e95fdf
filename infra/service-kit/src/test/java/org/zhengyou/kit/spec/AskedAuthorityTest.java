package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Refusal;

class AskedAuthorityTest {
    @Allowed(level = Allowed.Level.SELF, over = "visitor", clause = "S57")
    private record TakePlace(String visitor, String guest) {}

    private final AskedAuthority asked =
            new AskedAuthority(
                    new EffectiveAuthority(
                            new Actor("ann", Set.of()),
                            DeciderScenario.day("2010-06-15"),
                            new ScenarioRows(List.of())));

    private final TakePlace command = new TakePlace("ann", "bob");

    @Test
    void what_is_declared_may_be_asked() {
        asked.requireSelf("ann", "S57");

        assertThatCode(() -> asked.requireDeclared(command)).doesNotThrowAnyException();
    }

    @Test
    void another_clause_is_found() {
        asked.requireSelf("ann", "S58");

        assertThatThrownBy(() -> asked.requireDeclared(command))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TakePlace does not declare")
                .hasMessageContaining("S58");
    }

    @Test
    void another_person_than_the_field_names_is_found() {
        assertThatThrownBy(() -> asked.requireSelf("bob", "S57")).isInstanceOf(Refusal.class);

        assertThatThrownBy(() -> asked.requireDeclared(command)).isInstanceOf(AssertionError.class);
    }
}
