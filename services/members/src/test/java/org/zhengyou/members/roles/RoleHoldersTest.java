package org.zhengyou.members.roles;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.auditor;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.head;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BRANCH;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleGranted;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleRevoked;
import org.zhengyou.members.roles.RoleHolders.Row;
import org.zhengyou.members.roles.RoleHolders.Shown;

/** Facts lie a day apart, from 2010-06-01 on. */
class RoleHoldersTest {
    private static final RoleHolders VIEW = new RoleHolders();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "members",
                    "2010-06-01",
                    new PlatformRoleGranted(ANN, PlatformRole.SETUP), // 01
                    new PlatformRoleGranted(ANN, PlatformRole.OPERATOR),
                    new PlatformRoleRevoked(ANN, PlatformRole.SETUP), // 03
                    new PlatformRoleRevoked(ANN, PlatformRole.OPERATOR),
                    new PlatformRoleGranted(ANN, PlatformRole.AUDITOR)); // 05

    private static final Row ROW = requireNonNull(ViewLaws.rows(VIEW, FACTS).get(ANN.value()));

    @Test
    void a_row_says_which_role_somebody_has_since_when() {
        assertThat(shown("2010-05-31")).isNull();
        assertThat(shown("2010-06-02")).isEqualTo(ann("2010-06-01", "2010-06-02", null));
        assertThat(shown("2010-06-03")).isEqualTo(ann(null, "2010-06-02", null));
        assertThat(shown("2010-06-04")).isEqualTo(ann(null, null, null));
        assertThat(shown("2010-06-05")).isEqualTo(ann(null, null, "2010-06-05"));
    }

    private static @Nullable Shown shown(String date) {
        return VIEW.answer(ANN.value(), ROW, day(date));
    }

    private static Shown ann(
            @Nullable String setup, @Nullable String operator, @Nullable String auditor) {
        return new Shown(ANN.value(), date(setup), date(operator), date(auditor));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Test
    void roles_are_shown_to_their_bearer_the_committee_and_auditors() {
        assertThat(VIEW.audience(ROW).admits(head("ann"))).isTrue();
        assertThat(VIEW.audience(ROW).admits(committee())).isTrue();
        assertThat(VIEW.audience(ROW).admits(auditor())).isTrue();
        assertThat(VIEW.audience(ROW).admits(head("lin", BRANCH))).isFalse();
    }
}
