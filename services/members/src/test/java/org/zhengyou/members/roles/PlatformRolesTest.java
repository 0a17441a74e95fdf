package org.zhengyou.members.roles;

import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.members.University.ANN;
import static org.zhengyou.members.University.GAO;
import static org.zhengyou.members.University.LIN;
import static org.zhengyou.members.roles.PlatformRole.AUDITOR;
import static org.zhengyou.members.roles.PlatformRole.OPERATOR;
import static org.zhengyou.members.roles.PlatformRole.SETUP;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.members.MembersService;
import org.zhengyou.members.University;
import org.zhengyou.members.register.MemberId;
import org.zhengyou.members.roles.RoleCommand.GrantPlatformRole;
import org.zhengyou.members.roles.RoleCommand.RevokePlatformRole;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleGranted;
import org.zhengyou.members.roles.RoleEvent.PlatformRoleRevoked;

class PlatformRolesTest {
    private static final String FENG = "feng";

    private static DeciderScenario<RoleCommand, RoleEvent, PlatformRoles> scenario() {
        return University.scenario(PlatformRoles.decider());
    }

    private static GrantPlatformRole grant(String person, PlatformRole role) {
        return new GrantPlatformRole(new MemberId(person), role);
    }

    private static PlatformRoleGranted granted(String person, PlatformRole role) {
        return new PlatformRoleGranted(new MemberId(person), role);
    }

    private static RevokePlatformRole revoke(String person, PlatformRole role) {
        return new RevokePlatformRole(new MemberId(person), role);
    }

    private static PlatformRoleRevoked revoked(String person, PlatformRole role) {
        return new PlatformRoleRevoked(new MemberId(person), role);
    }

    @Test
    void the_committee_itself_gives_roles_and_no_seat_or_office_elsewhere_does() {
        for (String one : new String[] {GAO, FENG})
            scenario()
                    .by(one)
                    .when(grant("ann", AUDITOR))
                    .thenEvents(granted("ann", AUDITOR))
                    .when(grant("ann", OPERATOR))
                    .thenEvents(granted("ann", OPERATOR));
        scenario()
                .knowing(
                        new FunctionGranted("body", "committee", OfficeFunction.GUIDE),
                        new BodyAppointmentMade("b-1", "body", "committee", "HEAD", "bob"))
                .by("bob")
                .when(grant("ann", AUDITOR))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("han")
                .when(grant("ann", AUDITOR))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("somebody", "OPERATOR")
                .when(grant("ann", OPERATOR))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void no_deputy_gives_or_takes_the_role_that_stands_above_the_secretary() {
        scenario()
                .by(FENG)
                .when(grant("ann", SETUP))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by(GAO)
                .when(grant("ann", SETUP))
                .thenEvents(granted("ann", SETUP))
                .by("above", "SETUP")
                .when(grant("ann", SETUP))
                .thenEvents(granted("ann", SETUP))
                .given(granted("ann", SETUP))
                .by(FENG)
                .when(revoke("ann", SETUP))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("above", "SETUP")
                .when(revoke("ann", SETUP))
                .thenEvents(revoked("ann", SETUP));
    }

    @Test
    void nobody_gives_themselves_a_role() {
        scenario()
                .by(FENG)
                .when(grant(FENG, OPERATOR))
                .thenRefused(CONFLICT_OF_INTEREST, "P-ROLES", "themselves")
                .by(GAO)
                .when(grant(GAO, SETUP))
                .thenRefused(CONFLICT_OF_INTEREST)
                .by("above", "SETUP")
                .when(grant("above", AUDITOR))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void nobody_gives_a_role_in_the_name_of_the_secretary() {
        scenario()
                .by(GAO)
                .through(FENG)
                .when(grant("ann", SETUP))
                .thenRefused(CONFLICT_OF_INTEREST, "P-ROLES", "in another's place");
    }

    @Test
    void the_first_person_puts_on_record_what_they_have_by_setting_up() {
        DeciderScenario.of(MembersService.definition(), PlatformRoles.decider())
                .by("first", "SETUP", "OPERATOR")
                .when(grant("first", SETUP))
                .thenEvents(granted("first", SETUP))
                .given(granted("first", SETUP))
                .when(grant("first", OPERATOR))
                .thenEvents(granted("first", OPERATOR))
                .when(revoke("first", SETUP))
                .thenEvents(revoked("first", SETUP));
    }

    @Test
    void what_was_revoked_nobody_gives_back_to_themselves_with_a_token_of_before() {
        scenario()
                .given(granted("above", SETUP), revoked("above", SETUP))
                .by("above", "SETUP")
                .when(grant("above", SETUP))
                .thenRefused(CONFLICT_OF_INTEREST, "P-ROLES", "themselves");
    }

    @Test
    void an_auditor_holds_neither_an_office_nor_a_seat() {
        scenario()
                .when(grant(LIN, AUDITOR))
                .thenRefused(CONFLICT_OF_INTEREST, "P-ROLES", "no office")
                .when(grant(LIN, OPERATOR))
                .thenEvents(granted(LIN, OPERATOR))
                .knowing(new BodyAppointmentMade("b-1", "body", "committee", "MEMBER", "ann"))
                .when(grant("ann", AUDITOR))
                .thenRefused(CONFLICT_OF_INTEREST)
                .knowing(new OfficeAppointmentEnded("a-5", "branch-1", LIN))
                .when(grant(LIN, AUDITOR))
                .thenEvents(granted(LIN, AUDITOR));
    }

    @Test
    void nobody_audited_before_the_office_they_hold_since() {
        scenario()
                .knowing(new OfficeAppointmentMade("a-9", "branch-1", "DEPUTY_SECRETARY", "ann"))
                .on("2010-06-10")
                .when(grant("ann", AUDITOR))
                .thenRefused(CONFLICT_OF_INTEREST, "P-ROLES", "no office");
    }

    @Test
    void an_auditor_has_no_other_role() {
        scenario()
                .given(granted("ann", OPERATOR))
                .when(grant("ann", AUDITOR))
                .thenRefused(CONFLICT_OF_INTEREST, "P-ROLES", "OPERATOR")
                .when(grant("ann", SETUP))
                .thenEvents(granted("ann", SETUP))
                .given(revoked("ann", OPERATOR))
                .when(grant("ann", AUDITOR))
                .thenEvents(granted("ann", AUDITOR))
                .given(granted("ann", AUDITOR))
                .when(grant("ann", OPERATOR))
                .thenRefused(CONFLICT_OF_INTEREST, "P-ROLES", "AUDITOR");
    }

    @Test
    void a_role_is_given_once_and_again_after_it_was_revoked() {
        scenario()
                .given(granted("ann", AUDITOR))
                .when(grant("ann", AUDITOR))
                .thenNothing()
                .on("2010-06-20")
                .when(grant("ann", AUDITOR))
                .thenRefused(ALREADY_ON_RECORD, "P-ROLES", "2010-06-15")
                .when(revoke("ann", AUDITOR))
                .thenEvents(revoked("ann", AUDITOR))
                .given(revoked("ann", AUDITOR))
                .when(revoke("ann", AUDITOR))
                .thenNothing()
                .on("2010-06-21")
                .when(revoke("ann", AUDITOR))
                .thenRefused(ALREADY_ON_RECORD)
                .when(grant("ann", AUDITOR))
                .thenEvents(granted("ann", AUDITOR));
    }

    @Test
    void only_what_was_given_is_revoked_and_only_later() {
        scenario()
                .when(revoke(ANN.value(), AUDITOR))
                .thenRefused(NOT_ON_RECORD)
                .given(granted("ann", AUDITOR))
                .when(revoke("ann", OPERATOR))
                .thenRefused(NOT_ON_RECORD)
                .on("2010-06-14")
                .when(revoke("ann", AUDITOR))
                .thenRefused(STEP_OUT_OF_ORDER, "P-ROLES", "2010-06-15")
                .on("2010-06-15")
                .given(revoked("ann", AUDITOR))
                .on("2010-06-14")
                .when(grant("ann", AUDITOR))
                .thenRefused(STEP_OUT_OF_ORDER);
    }
}
