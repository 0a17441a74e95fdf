package org.zhengyou.members.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.BOB;
import static org.zhengyou.members.University.BRANCH;
import static org.zhengyou.members.University.CLOSED;
import static org.zhengyou.members.University.COLLEGE;
import static org.zhengyou.members.University.LIBRARY;
import static org.zhengyou.members.University.LIN;
import static org.zhengyou.members.University.OTHER_BRANCH;
import static org.zhengyou.members.University.name;
import static org.zhengyou.members.University.number;
import static org.zhengyou.members.University.register;
import static org.zhengyou.members.University.registered;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.members.University;
import org.zhengyou.members.register.MemberCommand.EndMembership;
import org.zhengyou.members.register.MemberCommand.RegisterPartyMember;
import org.zhengyou.members.register.MemberCommand.TransferMember;
import org.zhengyou.members.register.MemberEvent.MemberTransferred;
import org.zhengyou.members.register.MemberEvent.MembershipEnded;

class PartyMemberTest {
    private static final MemberTransferred MOVED = new MemberTransferred(ANN, BRANCH, OTHER_BRANCH);
    private static final MembershipEnded LEFT = new MembershipEnded(ANN, BRANCH, EndReason.LEFT);

    private static DeciderScenario<MemberCommand, MemberEvent, PartyMember> scenario() {
        return University.scenario(PartyMember.DECIDER);
    }

    /** Ann belongs to the first branch since June 2010. */
    private static DeciderScenario<MemberCommand, MemberEvent, PartyMember> withAnn() {
        return scenario().given(registered(ANN, BRANCH));
    }

    private static TransferMember move(BranchId from, BranchId to) {
        return new TransferMember(ANN, from, to);
    }

    @Test
    void a_member_is_registered_in_a_branch_or_a_direct_branch() {
        scenario()
                .when(register(ANN, BRANCH))
                .thenEvents(registered(ANN, BRANCH))
                .when(register(ANN, LIBRARY))
                .thenEvents(registered(ANN, LIBRARY));
    }

    @Test
    void nobody_belongs_to_what_is_no_branch_or_does_not_exist_on_that_date() {
        scenario()
                .when(register(ANN, COLLEGE))
                .thenRefused(OUT_OF_SCOPE, "S4", "branch that exists")
                .when(register(ANN, CLOSED))
                .thenRefused(OUT_OF_SCOPE)
                .on("2008-12-31")
                .when(register(ANN, CLOSED))
                .thenEvents(registered(ANN, CLOSED));
    }

    @Test
    void a_branch_of_which_nothing_is_known_is_waited_for() {
        BranchId unknown = new BranchId("unknown");
        withAnn()
                .by(LIN)
                .when(register(BOB, unknown))
                .thenRefused(RESULT_MISSING)
                .on("2010-07-01")
                .when(move(BRANCH, unknown))
                .thenRefused(RESULT_MISSING);
    }

    @Test
    void a_branch_registers_its_own_members_and_no_others() {
        scenario()
                .by(LIN)
                .when(register(ANN, BRANCH))
                .thenEvents(registered(ANN, BRANCH))
                .when(register(ANN, OTHER_BRANCH))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S4", "IMPLEMENT");
    }

    @Test
    void who_was_not_yet_secretary_then_registers_nobody_for_that_date() {
        scenario()
                .by(LIN)
                .on("2005-12-31")
                .when(register(ANN, BRANCH))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_member_number_is_unique() {
        withAnn()
                .when(
                        new RegisterPartyMember(
                                BOB, BRANCH, MemberKind.STUDENT, name(BOB), number(ANN)))
                .thenRefused(ALREADY_ON_RECORD, "S4", "this number")
                .when(register(BOB, BRANCH))
                .thenEvents(registered(BOB, BRANCH));
    }

    @Test
    void the_same_said_again_changes_nothing_under_whatever_id() {
        withAnn()
                .when(register(ANN, BRANCH))
                .thenNothing()
                .when(
                        new RegisterPartyMember(
                                BOB, BRANCH, MemberKind.STUDENT, name(ANN), number(ANN)))
                .thenNothing();
    }

    @Test
    void another_content_or_date_under_the_same_number_is_refused() {
        withAnn()
                .when(
                        new RegisterPartyMember(
                                ANN, BRANCH, MemberKind.STAFF, name(ANN), number(ANN)))
                .thenRefused(ALREADY_ON_RECORD)
                .when(
                        new RegisterPartyMember(
                                ANN, BRANCH, MemberKind.STUDENT, name(BOB), number(ANN)))
                .thenRefused(ALREADY_ON_RECORD)
                .when(register(ANN, OTHER_BRANCH))
                .thenRefused(ALREADY_ON_RECORD)
                .on("2010-06-16")
                .when(register(ANN, BRANCH))
                .thenRefused(ALREADY_ON_RECORD, "S4", "date");
    }

    @Test
    void an_id_is_unique() {
        withAnn()
                .when(
                        new RegisterPartyMember(
                                ANN, BRANCH, MemberKind.STUDENT, name(ANN), number(BOB)))
                .thenRefused(ALREADY_ON_RECORD, "S4", "this id");
    }

    @Test
    void a_member_goes_from_the_own_branch_to_one_that_exists() {
        withAnn()
                .on("2010-07-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenEvents(MOVED)
                .when(move(LIBRARY, OTHER_BRANCH))
                .thenRefused(OUT_OF_SCOPE, "S4", "does not belong to branch from")
                .when(move(BRANCH, COLLEGE))
                .thenRefused(OUT_OF_SCOPE, "S4", "branch that exists")
                .when(move(BRANCH, CLOSED))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void the_branch_left_behind_lets_a_member_go() {
        withAnn()
                .on("2010-07-01")
                .by(LIN)
                .when(move(BRANCH, OTHER_BRANCH))
                .thenEvents(MOVED)
                .when(move(OTHER_BRANCH, BRANCH))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S4", "IMPLEMENT");
    }

    @Test
    void a_transfer_said_again_changes_nothing() {
        withAnn()
                .on("2010-07-01")
                .given(MOVED)
                .when(move(BRANCH, OTHER_BRANCH))
                .thenNothing()
                .on("2010-08-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenRefused(OUT_OF_SCOPE)
                .given(new MemberTransferred(ANN, OTHER_BRANCH, BRANCH))
                .on("2010-07-01")
                .when(move(BRANCH, OTHER_BRANCH))
                .thenNothing();
    }

    @Test
    void a_late_fact_does_not_contradict_what_is_on_record() {
        withAnn()
                .on("2010-09-01")
                .given(MOVED)
                .on("2010-08-01")
                .when(move(OTHER_BRANCH, LIBRARY))
                .thenRefused(STEP_OUT_OF_ORDER, "S4", "2010-09-01")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2010-09-01")
                .when(move(OTHER_BRANCH, LIBRARY))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2010-09-02")
                .when(move(OTHER_BRANCH, LIBRARY))
                .thenEvents(new MemberTransferred(ANN, OTHER_BRANCH, LIBRARY));
    }

    @Test
    void a_membership_ends_with_its_branch_and_a_reason() {
        withAnn()
                .on("2010-07-01")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenEvents(LEFT)
                .by("somebody")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nothing_follows_the_end() {
        withAnn()
                .on("2010-07-01")
                .given(LEFT)
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenNothing()
                .when(new EndMembership(ANN, EndReason.EXPELLED))
                .thenRefused(STEP_OUT_OF_ORDER, "S4", "has ended")
                .on("2010-08-01")
                .when(new EndMembership(ANN, EndReason.LEFT))
                .thenRefused(STEP_OUT_OF_ORDER)
                .when(move(BRANCH, OTHER_BRANCH))
                .thenRefused(STEP_OUT_OF_ORDER, "S4", "has ended");
    }

    @Test
    void only_a_member_on_record_is_transferred_or_leaves() {
        scenario()
                .when(move(BRANCH, OTHER_BRANCH))
                .thenRefused(NOT_ON_RECORD)
                .when(new EndMembership(ANN, EndReason.DECEASED))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void neither_a_tag_nor_a_text_shows_name_or_number() {
        RegisterPartyMember command = register(ANN, BRANCH);
        assertThat(command.toString()).doesNotContain(name(ANN), number(ANN));
        assertThat(registered(ANN, BRANCH).toString()).doesNotContain(name(ANN), number(ANN));
        assertThat(PartyMember.DECIDER.boundary().apply(command))
                .contains(Tag.blind("memberNumber", number(ANN)))
                .allMatch(tag -> tag.blind() || tag.equals(Tag.of("member", ANN)));
        assertThat(PartyMember.DECIDER.tags().apply(registered(ANN, BRANCH)))
                .isEqualTo(PartyMember.DECIDER.boundary().apply(command));
    }

    @Test
    void what_cannot_be_said_names_its_field_and_not_its_value() {
        String longName = "欧阳".repeat(26);
        Throwable tooLong =
                catchThrowable(
                        () ->
                                new RegisterPartyMember(
                                        ANN, BRANCH, MemberKind.STAFF, longName, "1"));
        assertThat(tooLong).hasMessageContaining("name").hasMessageContaining("50");
        assertThat(tooLong.getMessage()).doesNotContain("欧阳");
        assertThatThrownBy(() -> new RegisterPartyMember(ANN, BRANCH, MemberKind.STAFF, "某人", " "))
                .hasMessageContaining("number");
        assertThatThrownBy(() -> move(BRANCH, BRANCH)).hasMessageContaining("to");
    }
}
