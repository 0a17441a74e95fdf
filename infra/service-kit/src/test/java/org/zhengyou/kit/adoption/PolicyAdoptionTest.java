package org.zhengyou.kit.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.adoption.PolicyCommand.AdoptPolicy;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.runtime.EffectiveTime;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.MemoryRows;

class PolicyAdoptionTest {
    private enum Paper {
        PLAIN,
        LINED
    }

    private static final AdoptablePolicy<Paper> PAPER =
            AdoptablePolicy.choice("P-PAPER", "用纸", "Paper", Paper.class, Paper.PLAIN);
    private static final AdoptablePolicy<Integer> DAYS =
            AdoptablePolicy.number("P-REPLY-DAYS", "答复天数", "Days to reply", 1, 30, null);

    private record LetterId(String value) implements Identifier {}

    private sealed interface LetterCommand {
        @Allowed(level = Allowed.Level.SELF, clause = "S1")
        record Write(LetterId letter) implements LetterCommand {}
    }

    private sealed interface LetterEvent {
        record Written(LetterId letter, String paper, String days) implements LetterEvent {}
    }

    /** Writes on the paper that is in force, and says by when to reply. */
    private static Decider<LetterCommand, LetterEvent, Boolean> letters() {
        return Decider.of("letter", LetterCommand.class, LetterEvent.class)
                .about(
                        command ->
                                switch (command) {
                                    case LetterCommand.Write w -> w.letter();
                                },
                        event ->
                                switch (event) {
                                    case LetterEvent.Written w -> w.letter();
                                })
                .restsOn(PolicyAdoption.GROUND, command -> PAPER.id())
                .restsOn(PolicyAdoption.GROUND, command -> DAYS.id())
                .decides(false, PolicyAdoptionTest::write, (there, told) -> true)
                .concerning(event -> Concern.ofCommittee("S1"));
    }

    private static List<LetterEvent> write(Boolean there, LetterCommand command, Given given) {
        given.authority().requireSelf(given.actor().person(), "S1");
        return switch (command) {
            case LetterCommand.Write w ->
                    List.of(
                            new LetterEvent.Written(
                                    w.letter(), said(PAPER, given), said(DAYS, given)));
        };
    }

    private static String said(AdoptablePolicy<?> policy, Given given) {
        InForce<?> now = policy.inForce(given);
        return now.cited() + " " + now.value().map(Object::toString).orElse("nothing");
    }

    private static final Decider<PolicyCommand, PolicyEvent, ?> RULES =
            PolicyAdoption.decider(List.of(PAPER, DAYS));

    private static Service page() {
        return Service.named("letters").adopts(PAPER, DAYS).decider(letters()).build();
    }

    private static DeciderScenario<PolicyCommand, PolicyEvent, ?> scenario() {
        return university(DeciderScenario.of(page(), RULES)).by("gao");
    }

    private static DeciderScenario<LetterCommand, LetterEvent, ?> letter() {
        return university(DeciderScenario.of(page(), letters())).by("ann");
    }

    /** Gao is secretary of the committee; Bob has a seat there that may do everything. */
    private static <C, E, S> DeciderScenario<C, E, S> university(
            DeciderScenario<C, E, S> scenario) {
        scenario.on("2006-01-01")
                .knowing(
                        new OrganizationEstablished(
                                "committee", "PARTY_COMMITTEE", "COLLEGE", null, "党委", ""),
                        new OfficeAppointmentMade("a-1", "committee", "SECRETARY", "gao"),
                        new BodyAppointmentMade("b-1", "body", "committee", "HEAD", "bob"));
        for (OfficeFunction each : OfficeFunction.values())
            scenario.knowing(new FunctionGranted("body", "committee", each));
        return scenario.on("2010-06-15");
    }

    private static AdoptPolicy adopt(AdoptablePolicy<?> policy, int version, String value) {
        return new AdoptPolicy(policy.id(), version, value, "d" + version);
    }

    private static PolicyAdopted adopted(AdoptablePolicy<?> policy, int version, String value) {
        return new PolicyAdopted(policy.id(), version, value, "d" + version);
    }

    @Test
    void the_committee_itself_adopts_and_no_seat_does() {
        scenario().when(adopt(PAPER, 1, "LINED")).thenEvents(adopted(PAPER, 1, "LINED"));
        for (String other : List.of("bob", "nobody"))
            scenario().by(other).when(adopt(PAPER, 1, "LINED")).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_value_that_is_not_legal_is_refused_with_those_that_are() {
        scenario()
                .when(adopt(PAPER, 1, "GOLDEN"))
                .thenRefused(OUT_OF_SCOPE, "P-ADOPT", "[PLAIN, LINED, none]");
        for (String value : List.of("0", "31", "05", "-1", "five", "9999999999"))
            scenario()
                    .when(adopt(DAYS, 1, value))
                    .thenRefused(OUT_OF_SCOPE, "P-ADOPT", "[1..30, none]");
        for (String value : List.of("1", "30", "none"))
            scenario().when(adopt(DAYS, 1, value)).thenEvents(adopted(DAYS, 1, value));
    }

    @Test
    void a_policy_that_the_service_does_not_know_is_not_on_record() {
        scenario()
                .when(new AdoptPolicy(new PolicyId("P-OTHER"), 1, "none", "d"))
                .thenRefused(NOT_ON_RECORD, "P-ADOPT", "[P-PAPER, P-REPLY-DAYS]");
    }

    @Test
    void versions_follow_one_another() {
        scenario().when(adopt(PAPER, 2, "LINED")).thenRefused(STEP_OUT_OF_ORDER, "P-ADOPT", "1");
        scenario()
                .given(adopted(PAPER, 1, "LINED"), adopted(DAYS, 1, "5"))
                .on("2010-07-01")
                .when(adopt(PAPER, 2, "none"))
                .thenEvents(adopted(PAPER, 2, "none"));
        scenario()
                .given(adopted(PAPER, 1, "LINED"))
                .when(adopt(PAPER, 3, "none"))
                .thenRefused(STEP_OUT_OF_ORDER, "P-ADOPT", "the next version is 2");
    }

    @Test
    void the_same_again_changes_nothing_and_anything_else_is_on_record_already() {
        scenario().given(adopted(PAPER, 1, "LINED")).when(adopt(PAPER, 1, "LINED")).thenNothing();
        scenario()
                .given(adopted(PAPER, 1, "LINED"))
                .when(adopt(PAPER, 1, "PLAIN"))
                .thenRefused(ALREADY_ON_RECORD);
        scenario()
                .given(adopted(PAPER, 1, "LINED"))
                .on("2010-06-16")
                .when(adopt(PAPER, 1, "LINED"))
                .thenRefused(ALREADY_ON_RECORD, "P-ADOPT", "2010-06-15");
    }

    @Test
    void no_version_is_effective_before_the_one_before_it() {
        scenario()
                .given(adopted(PAPER, 1, "LINED"))
                .on("2010-06-14")
                .when(adopt(PAPER, 2, "PLAIN"))
                .thenRefused(STEP_OUT_OF_ORDER, "P-ADOPT", "from 2010-06-15 on");
        scenario()
                .given(adopted(PAPER, 1, "LINED"))
                .when(adopt(PAPER, 2, "PLAIN"))
                .thenEvents(adopted(PAPER, 2, "PLAIN"));
    }

    @Test
    void an_adoption_may_lie_ahead() {
        Instant now = Instant.parse("2010-06-15T00:00:00Z");
        Instant ahead = now.plusSeconds(86_400);
        assertThat(EffectiveTime.checked(AdoptPolicy.class, ahead, now)).isEqualTo(ahead);
    }

    @Test
    void a_version_below_one_and_an_empty_value_are_malformed() {
        for (AdoptPolicy bad : List.of(adopt(PAPER, 0, "LINED"), adopt(PAPER, 1, " ")))
            assertThatThrownBy(() -> scenario().when(bad))
                    .isInstanceOf(InvalidCommandException.class);
    }

    @Test
    void rules_read_what_is_in_force_on_the_effective_date_and_cite_its_version() {
        LetterId id = new LetterId("a");
        letter().when(new LetterCommand.Write(id))
                .thenEvents(new LetterEvent.Written(id, "P-PAPER PLAIN", "P-REPLY-DAYS nothing"));
        var later =
                letter().given(adopted(PAPER, 1, "LINED"), adopted(DAYS, 1, "5"))
                        .on("2010-09-01")
                        .given(adopted(PAPER, 2, "none"));
        later.on("2010-08-31")
                .when(new LetterCommand.Write(id))
                .thenEvents(new LetterEvent.Written(id, "P-PAPER@1 LINED", "P-REPLY-DAYS@1 5"));
        later.on("2010-09-01")
                .when(new LetterCommand.Write(id))
                .thenEvents(new LetterEvent.Written(id, "P-PAPER@2 nothing", "P-REPLY-DAYS@1 5"));
        later.on("2010-06-14")
                .when(new LetterCommand.Write(id))
                .thenEvents(new LetterEvent.Written(id, "P-PAPER PLAIN", "P-REPLY-DAYS nothing"));
    }

    @Test
    void everybody_reads_what_is_in_force_with_its_name_and_legal_values() {
        var view = new AdoptedPolicies(List.of(PAPER));
        var rows = new MemoryRows<>(view);
        rows.fold(fact(1, "2010-06-15", adopted(PAPER, 1, "LINED")));
        rows.fold(fact(2, "2010-09-01", adopted(PAPER, 2, "none")));
        AdoptedPolicies.Row row = Objects.requireNonNull(rows.find("P-PAPER"));

        assertThat(view.answer("P-PAPER", row, DeciderScenario.day("2010-08-31")))
                .isEqualTo(
                        new AdoptedPolicies.AdoptedPolicy(
                                "用纸",
                                "Paper",
                                "LINED",
                                1,
                                LocalDate.parse("2010-06-15"),
                                "d1",
                                "PLAIN",
                                List.of("PLAIN", "LINED", "none")));
        assertThat(view.answer("P-PAPER", row, DeciderScenario.day("2010-09-01")))
                .extracting(
                        AdoptedPolicies.AdoptedPolicy::value,
                        AdoptedPolicies.AdoptedPolicy::version)
                .containsExactly("none", 2);
        assertThat(view.answer("P-PAPER", row, DeciderScenario.day("2010-06-14"))).isNull();
    }

    private static Fact<?> fact(long position, String day, PolicyAdopted event) {
        Instant at = DeciderScenario.day(day);
        return new Fact<>(
                "letters",
                position,
                "e" + position,
                "letters.PolicyAdopted",
                event,
                at,
                at,
                Map.of());
    }
}
