package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.sample.ExhibitionCommand;
import org.zhengyou.kit.sample.ExhibitionCommand.TakePlace;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.kit.sample.ExhibitionService;
import org.zhengyou.kit.spec.fair.Fair;
import org.zhengyou.kit.spec.fair.Fair.HallEvent.HallOpened;
import org.zhengyou.kit.spec.fair.Fair.HallId;
import org.zhengyou.kit.spec.fair.Fair.StallCommand;
import org.zhengyou.kit.spec.fair.Fair.StallCommand.SetUpStall;
import org.zhengyou.kit.spec.fair.Fair.StallEvent;
import org.zhengyou.kit.spec.fair.Fair.StallEvent.StallSetUp;
import org.zhengyou.kit.spec.fair.Fair.StallId;
import org.zhengyou.kit.view.Fact;

/** Each way of telling too early is found; what the kit answers tells nothing too early. */
class AuthorityLawTest {
    private static final Instant AT = DeciderScenario.day("2010-06-15");
    private static final HallId HALL = new HallId("hall");
    private static final SetUpStall SET_UP = new SetUpStall(new StallId("stall"), HALL, "A7");

    /** A defect: whether it is on record is answered first. */
    private static final Decider<StallCommand, StallEvent, Boolean> REPEATING =
            fair(
                    (there, command, given) ->
                            there
                                    ? List.of()
                                    : Fair.stalls().decide().decide(there, command, given));

    /** A defect: what is on record is refused first. */
    private static final Decider<StallCommand, StallEvent, Boolean> REFUSING =
            fair(
                    (there, command, given) -> {
                        if (there) throw refuse(ALREADY_ON_RECORD, "S1", "it is set up");
                        return Fair.stalls().decide().decide(there, command, given);
                    });

    /** A defect: the refusal says whose it is. */
    private static final Decider<StallCommand, StallEvent, Boolean> NAMING =
            fair(
                    (there, command, given) -> {
                        String whose = there ? "red-branch" : "nobody";
                        given.authority().require(OfficeFunction.IMPLEMENT, whose, "S1");
                        return List.of();
                    });

    /** A defect: what is missing is said first. */
    private static final Decider<StallCommand, StallEvent, Boolean> MISSING =
            fair(
                    (there, command, given) -> {
                        if (!there) throw refuse(NOT_ON_RECORD, "S1", "there is no such stall");
                        return Fair.stalls().decide().decide(there, command, given);
                    });

    private static Decider<StallCommand, StallEvent, Boolean> fair(
            Decider.Decide<StallCommand, StallEvent, Boolean> decide) {
        var rules = Fair.stalls();
        return new Decider<>(
                rules.name(),
                rules.commands(),
                rules.emits(),
                rules.own(),
                rules.rests(),
                decide,
                rules.commandKey(),
                rules.eventKey(),
                rules.boundary(),
                rules.tags(),
                rules.concern());
    }

    private static void check(
            Decider<StallCommand, StallEvent, Boolean> rules,
            Decider.Decide<StallCommand, StallEvent, Boolean> answering) {
        ScenarioLog log = new ScenarioLog(Fair.page(rules).deciders(), true);
        log.add(fact(new HallOpened(HALL)));
        log.add(fact(new StallSetUp(new StallId("stall"), HALL, "A7")));
        new AuthorityLaw<>(rules, answering).check(SET_UP, AT, log, rows());
    }

    private static ScenarioRows rows() {
        ScenarioRows rows = new ScenarioRows(Directories.ofEveryService());
        rows.learn(
                fact(new OrganizationEstablished("red-branch", "BRANCH", null, null, "红", "red")));
        return rows;
    }

    private static Fact<?> fact(Object event) {
        return new Fact<>("fair", 1, "e-1", "fair.Event", event, AT, AT, Map.of());
    }

    @Test
    void rules_that_ask_first_obey() {
        check(Fair.stalls(), Fair.stalls().decide());
    }

    @Test
    void whoever_tells_too_early_is_found() {
        for (var rules : List.of(REPEATING, REFUSING, NAMING, MISSING))
            assertThatThrownBy(() -> check(rules, rules.decide()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("who may not send it");
    }

    @Test
    void the_kit_answers_no_refusal_too_early() {
        for (var rules : List.of(REFUSING, NAMING, MISSING))
            assertThatCode(() -> check(rules, rules::answer)).doesNotThrowAnyException();
    }

    @Test
    void a_result_on_nobodys_authority_is_a_defect_that_nobody_is_told() {
        assertThatThrownBy(() -> check(REPEATING, REPEATING::answer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SetUpStall asked no authority");
    }

    @Test
    void whoever_may_send_it_whatever_is_on_record_is_told_what_is_missing() {
        TakePlace take = new TakePlace(new ExhibitionId("nowhere"), "ann", "20100042");
        exhibition().by("ann").when(take).thenRefused(NOT_ON_RECORD);
        exhibition()
                .by("eve")
                .when(take)
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S57", "being the person concerned");
    }

    private static DeciderScenario<ExhibitionCommand, ?, ?> exhibition() {
        return DeciderScenario.of(ExhibitionService.definition(), Exhibition.decider());
    }
}
