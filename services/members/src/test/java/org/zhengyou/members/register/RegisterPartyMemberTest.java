package org.zhengyou.members.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
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
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.members.University;
import org.zhengyou.members.register.MemberCommand.RegisterPartyMember;
import org.zhengyou.members.register.MemberCommand.TransferMember;

class RegisterPartyMemberTest {
    private static DeciderScenario<MemberCommand, MemberEvent, PartyMember> scenario() {
        return University.scenario(PartyMember.decider());
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
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("gao")
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
    void neither_a_tag_nor_a_text_shows_name_or_number() {
        RegisterPartyMember command = register(ANN, BRANCH);
        assertThat(command.toString()).doesNotContain(name(ANN), number(ANN));
        assertThat(registered(ANN, BRANCH).toString()).doesNotContain(name(ANN), number(ANN));
        Tag number = Tag.blind("memberNumber", number(ANN));
        assertThat(PartyMember.decider().boundary().apply(command))
                .containsExactly(Tag.of("member", ANN));
        assertThat(PartyMember.decider().rests().getFirst().tags().apply(command))
                .containsExactly(number);
        assertThat(PartyMember.decider().tags().apply(registered(ANN, BRANCH)))
                .containsExactlyInAnyOrder(Tag.of("member", ANN), number);
    }

    @Test
    void what_cannot_be_said_names_its_field_and_not_its_value() {
        String longName = "欧阳".repeat(26);
        Throwable tooLong =
                catchThrowable(
                        () ->
                                Validity.check(
                                        new RegisterPartyMember(
                                                ANN, BRANCH, MemberKind.STAFF, longName, "1")));
        assertThat(tooLong).hasMessageContaining("name").hasMessageContaining("50");
        assertThat(tooLong.getMessage()).doesNotContain("欧阳");
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new RegisterPartyMember(
                                                ANN, BRANCH, MemberKind.STAFF, "某人", " ")))
                .hasMessageContaining("number");
        assertThatThrownBy(() -> Validity.check(move(BRANCH, BRANCH))).hasMessageContaining("to");
    }
}
