package org.zhengyou.kit.authority;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.ANN;
import static org.zhengyou.kit.spec.University.BOB;
import static org.zhengyou.kit.spec.University.BRANCH;
import static org.zhengyou.kit.spec.University.CAI;
import static org.zhengyou.kit.spec.University.COLLEGE;
import static org.zhengyou.kit.spec.University.COMMITTEE;
import static org.zhengyou.kit.spec.University.DAN;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.LIBRARY;
import static org.zhengyou.kit.spec.University.OTHER_BRANCH;
import static org.zhengyou.kit.spec.University.established;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.spec.ApprovedSamples;
import org.zhengyou.kit.spec.University;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

/** What rules ask of the registers. The university is there in 2010-01; then a change a day. */
class RegistersTest {
    private static final List<Fact<?>> FOUNDED =
            ViewLaws.facts("organizations", "2010-01-01", University.facts().toArray());
    private static final List<Fact<?>> CHANGES =
            ViewLaws.facts(
                    "members",
                    "2010-06-01",
                    new MemberTransferred(ANN, BRANCH, OTHER_BRANCH), // 01
                    new MembershipEnded(BOB, BRANCH), // 02
                    established("heir", "GENERAL_BRANCH", COMMITTEE), // 03
                    new OrganizationsMerged("heir", List.of(COLLEGE), List.of(OTHER_BRANCH)), // 04
                    new OrganizationDissolved(LIBRARY)); // 05

    private record Member(String value) implements Identifier {}

    private final Map<Class<?>, MemoryRows<?>> directories = new HashMap<>();

    RegistersTest() {
        for (View<?, ?> view :
                List.of(
                        new OrganizationDirectory(),
                        new OfficeDirectory(),
                        new MemberDirectory(),
                        new BranchMembers(),
                        new OrganizationsBelow()))
            directories.put(view.getClass(), new MemoryRows<>(view));
        for (MemoryRows<?> rows : directories.values()) {
            FOUNDED.forEach(rows::fold);
            CHANGES.forEach(rows::fold);
        }
    }

    private Registers on(String date) {
        return new Registers(
                new Lookup() {
                    @Override
                    @SuppressWarnings("unchecked") // rows lie under the class of their view
                    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
                        return (R) requireNonNull(directories.get(view)).find(key);
                    }
                },
                day(date),
                "S36");
    }

    @Test
    void the_approved_samples_of_the_members_service_are_understood() {
        for (Class<?> type : MemberFacts.ALL)
            assertThat(ApprovedSamples.read("members", type)).hasNoNullFieldsOrProperties();
    }

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_register() {
        for (View<?, ?> view : List.of(new MemberDirectory(), new OrganizationDirectory())) {
            ViewLaws.isOrderFree(view, CHANGES);
            ViewLaws.survivesStorage(view, CHANGES);
        }
    }

    @Test
    void a_member_belongs_to_one_branch_at_an_instant() {
        assertThat(on("2010-05-31").branchOf(ANN)).isEqualTo(BRANCH);
        assertThat(on("2010-06-01").branchOf(ANN)).isEqualTo(OTHER_BRANCH);
        assertThat(on("2010-06-01").kindOf(BOB)).isEqualTo("STUDENT");
        assertThat(on("2010-06-01").isMember(BOB)).isTrue();
        assertThat(on("2010-06-02").isMember(BOB)).isFalse();
    }

    @Test
    void who_was_never_heard_of_may_still_arrive_and_who_left_does_not_come_back_by_waiting() {
        refused(() -> on("2010-06-15").branchOf("new"), RESULT_MISSING, "member new is not known");
        refused(
                () -> on("2010-06-15").branchOf(BOB),
                OUT_OF_SCOPE,
                "member bob is not on the register on 2010-06-15");
        refused(
                () -> on("2009-12-31").branchOf(ANN),
                OUT_OF_SCOPE,
                "member ann is not on the register on 2009-12-31");
        refused(() -> on("2010-06-15").isMemberIn("new", BRANCH), RESULT_MISSING, "not known");
        refused(() -> on("2010-06-15").requireKnown("new"), RESULT_MISSING, "new is not known");
        // Neither a member nor in office then, but heard of: nothing more will arrive.
        on("2009-12-31").requireKnown(GAO);
        on("2010-06-15").requireKnown(BOB);
    }

    @Test
    void an_organisation_exists_from_its_establishment_to_its_end() {
        assertThat(on("2010-06-04").organization(LIBRARY).type()).isEqualTo("DIRECT_BRANCH");
        refused(
                () -> on("2010-06-05").organization(LIBRARY),
                OUT_OF_SCOPE,
                "organisation library does not exist on 2010-06-05");
        refused(() -> on("2010-06-05").organization("new"), RESULT_MISSING, "new is not known");
    }

    @Test
    void a_roster_has_the_members_of_the_organisation_and_of_those_below_it() {
        assertThat(on("2010-05-31").roster(COLLEGE, members(CAI, ANN, CAI)))
                .containsExactly(
                        Map.entry(new Member(ANN), BRANCH),
                        Map.entry(new Member(CAI), OTHER_BRANCH));
        refused(
                () -> on("2010-06-02").roster(BRANCH, members(DAN, BOB, ANN)),
                OUT_OF_SCOPE,
                "not on the roster of that date: dan, bob, ann");
        refused(
                () -> on("2010-06-02").roster(BRANCH, members(DAN, "y", "x")),
                RESULT_MISSING,
                "members not known here yet: y, x");
    }

    @Test
    void of_many_who_do_not_belong_only_the_first_are_named() {
        Member[] many = new Member[25];
        for (int i = 0; i < many.length; i++) many[i] = new Member("new-" + i);
        refused(
                () -> on("2010-06-02").roster(BRANCH, List.of(many)),
                RESULT_MISSING,
                "new-19 and 5 more");
    }

    @Test
    void what_stood_under_a_merged_organisation_stands_under_its_heir() {
        assertThat(on("2010-06-03").secondTierAbove(OTHER_BRANCH)).contains(COLLEGE);
        assertThat(on("2010-06-04").secondTierAbove(OTHER_BRANCH)).contains("heir");
        assertThat(on("2010-06-04").isMemberIn(ANN, "heir")).isTrue();
        assertThat(on("2010-06-03").isMemberIn(ANN, "heir")).isFalse();
        assertThat(on("2010-06-04").livingOf(COLLEGE)).isEqualTo("heir");
        assertThat(on("2010-06-04").above(COLLEGE)).contains("heir");
        assertThat(on("2010-06-04").secondTierOf(LIBRARY)).contains(LIBRARY);
        assertThat(on("2010-06-04").secondTierAbove(LIBRARY)).isEmpty();
    }

    @Test
    void a_register_is_as_long_as_its_branches_and_those_below_have_members() {
        assertThat(on("2010-05-31").size(BRANCH)).isEqualTo(3);
        assertThat(on("2010-06-01").size(BRANCH)).isEqualTo(2);
        assertThat(on("2010-06-02").size(BRANCH)).isEqualTo(1);
        assertThat(on("2010-06-02").size(OTHER_BRANCH)).isEqualTo(2);
        assertThat(on("2010-06-02").size(COLLEGE)).isEqualTo(3);
        assertThat(on("2010-06-02").size(COMMITTEE)).isEqualTo(4);
        assertThat(on("2009-12-31").size(COMMITTEE)).isZero();
        assertThat(on("2010-06-02").size("new")).isZero();
        // The heir has what came under it by the merger, and what was merged.
        assertThat(on("2010-06-03").size("heir")).isZero();
        assertThat(on("2010-06-04").size("heir")).isEqualTo(3);
    }

    @Test
    void a_roll_has_no_more_names_than_the_register() {
        on("2010-06-02").requireRoll(COLLEGE, 3);
        refused(
                () -> on("2010-06-02").requireRoll(COLLEGE, 4),
                NOT_ON_ROLL,
                "the roll has 4 members, the register of the organisation only 3 on 2010-06-02");
    }

    @Test
    void the_register_names_the_event_that_it_rests_on() {
        MemoryRows<?> members = requireNonNull(directories.get(MemberDirectory.class));
        Consumer<RegisterEntry> isOff =
                it -> assertThat(it).isEqualTo(new RegisterEntry(false, CHANGES.get(1).id()));
        assertThat(((Membership) members.find(BOB)).registerAt(day("2010-06-02")))
                .hasValueSatisfying(isOff);
        assertThat(((Membership) members.find(BOB)).registerAt(day("2009-01-01"))).isEmpty();
    }

    private static List<Member> members(String... ids) {
        return List.of(ids).stream().map(Member::new).toList();
    }

    private static void refused(ThrowingCallable asked, RefusalCode code, String words) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.clause()).isEqualTo("S36");
                        })
                .hasMessageContaining(words);
    }
}
