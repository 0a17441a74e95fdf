package org.zhengyou.kit.spec.fair;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.fair.Fair.HallEvent.HallOpened;
import org.zhengyou.kit.spec.fair.Fair.HallId;
import org.zhengyou.kit.spec.fair.Fair.StallCommand;
import org.zhengyou.kit.spec.fair.Fair.StallCommand.SetUpStall;
import org.zhengyou.kit.spec.fair.Fair.StallEvent;
import org.zhengyou.kit.spec.fair.Fair.StallEvent.StallSetUp;
import org.zhengyou.kit.spec.fair.Fair.StallId;

class FairTest {
    private static final HallId HALL = new HallId("hall");
    private static final HallOpened OPENED = new HallOpened(HALL);
    private static final SetUpStall SET_UP = new SetUpStall(new StallId("stall"), HALL, "A7");
    private static final StallSetUp THERE = new StallSetUp(new StallId("stall"), HALL, "A7");
    private static final StallSetUp TAKEN = new StallSetUp(new StallId("other"), HALL, "A7");

    @Test
    void a_stall_is_set_up_once_in_a_hall_that_is_open() {
        scenario(Fair.stalls()).given(OPENED).when(SET_UP).thenEvents(THERE);
        scenario(Fair.stalls()).given(OPENED, THERE).when(SET_UP).thenNothing();
        scenario(Fair.stalls()).when(SET_UP).thenRefused(ROUND_CLOSED);
    }

    @Test
    void what_is_known_of_another_hall_or_place_is_not_found() {
        scenario(Fair.stalls())
                .given(new HallOpened(new HallId("next door")))
                .when(SET_UP)
                .thenRefused(ROUND_CLOSED);
        scenario(Fair.stalls())
                .given(OPENED, new StallSetUp(new StallId("other"), HALL, "B1"))
                .when(SET_UP)
                .thenEvents(THERE);
    }

    @Test
    void a_place_is_taken_once() {
        scenario(Fair.stalls()).given(OPENED, TAKEN).when(SET_UP).thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void a_forgotten_tag_turns_the_scenario_red() {
        var forgetful = scenario(Fair.withoutTag()).given(OPENED, TAKEN).when(SET_UP);
        assertThatThrownBy(() -> forgetful.thenRefused(ALREADY_ON_RECORD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not refused");
    }

    @Test
    void a_forgotten_ground_turns_the_scenario_red() {
        var forgetful = scenario(Fair.withoutGround()).given(OPENED);
        assertThatThrownBy(() -> forgetful.when(SET_UP))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rests on 0 of hall");
    }

    @Test
    void what_the_service_does_not_know_cannot_be_given() {
        var scenario = scenario(Fair.stalls()).knowing(new OrganizationDissolved("o"));
        assertThatThrownBy(() -> scenario.knowing("a letter"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not listen");
        assertThatThrownBy(() -> scenario.given("a letter"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no decider");
    }

    private static DeciderScenario<StallCommand, StallEvent, Boolean> scenario(
            Decider<StallCommand, StallEvent, Boolean> rules) {
        return DeciderScenario.of(Fair.page(rules), rules).by("ann");
    }
}
