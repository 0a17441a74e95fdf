package org.zhengyou.commendations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.DeciderMutations;

class ForgottenPartsTest {
    @Test
    void no_ground_tag_or_case_can_be_forgotten_without_a_scenario_noticing() {
        assertThat(
                        DeciderMutations.survivors(
                                CommendationsService.definition(), "org.zhengyou.commendations"))
                .isEmpty();
    }
}
