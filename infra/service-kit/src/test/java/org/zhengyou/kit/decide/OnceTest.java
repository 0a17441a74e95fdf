package org.zhengyou.kit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.spec.DeciderScenario.day;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

class OnceTest {
    private static final Told<String> KNOWN =
            new Told<>("opened", day("2010-06-15").plusSeconds(60), "e-1", "ann");

    @Test
    void what_is_not_on_record_is_not_said_again() {
        assertThat(Once.of((Told<String>) null, "opened", entitled("2010-06-15")).or("S1", "no"))
                .isFalse();
        assertThat(Once.of(null, entitled("2010-06-15")).or("S1", "no")).isFalse();
    }

    @Test
    void the_same_on_the_same_date_changes_nothing() {
        assertThat(Once.of(KNOWN, "opened", entitled("2010-06-15")).or("S1", "no")).isTrue();
        assertThat(Once.of(KNOWN.on(), entitled("2010-06-15")).or("S1", "no")).isTrue();
    }

    @Test
    void the_same_on_another_date_is_on_record_already() {
        assertRefused(Once.of(KNOWN, "opened", entitled("2010-06-16")));
        assertRefused(Once.of(KNOWN.on(), entitled("2010-06-14")));
    }

    @Test
    void anything_else_is_on_record_already() {
        assertRefused(Once.of(KNOWN, "closed", entitled("2010-06-15")));
    }

    @Test
    void authority_is_asked_first() {
        Given stranger = given("2010-06-15");
        assertThatThrownBy(() -> Once.of(KNOWN, "opened", stranger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("authority");
    }

    private static void assertRefused(Once once) {
        assertThatThrownBy(() -> once.or("S1", "opened otherwise"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(RefusalCode.ALREADY_ON_RECORD);
                            assertThat(refusal.clause()).isEqualTo("S1");
                            assertThat(refusal.reason()).contains("otherwise", "2010-06-15");
                        });
    }

    private static Given entitled(String date) {
        Given given = given(date);
        given.authority().requireSelf("ann", "S1");
        return given;
    }

    private static Given given(String date) {
        return new OnADay(
                new Actor("ann", Set.of()), day(date), new MemoryRows<>(new OfficeDirectory()));
    }

    private static final class OnADay implements Given {
        private final Actor actor;
        private final Instant at;
        private final MemoryRows<?> rows;
        private final Authority authority;

        OnADay(Actor actor, Instant at, MemoryRows<?> rows) {
            this.actor = actor;
            this.at = at;
            this.rows = rows;
            this.authority = new EffectiveAuthority(actor, at, this);
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public Instant effectiveAt() {
            return at;
        }

        @Override
        public Authority authority() {
            return authority;
        }

        @Override
        @SuppressWarnings("unchecked") // nothing else is looked at
        public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
            return (R) rows.find(key);
        }
    }
}
