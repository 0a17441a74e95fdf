package org.zhengyou.organizations.register;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.organizations.University.BRANCH;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.COMMITTEE;
import static org.zhengyou.organizations.University.LIBRARY;
import static org.zhengyou.organizations.University.OTHER_COLLEGE;
import static org.zhengyou.organizations.University.established;
import static org.zhengyou.organizations.University.record;
import static org.zhengyou.organizations.register.OrganizationType.DIRECT_BRANCH;
import static org.zhengyou.organizations.register.OrganizationType.GENERAL_BRANCH;
import static org.zhengyou.organizations.register.OrganizationType.PARTY_COMMITTEE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.organizations.OrganizationsService;
import org.zhengyou.organizations.University;
import org.zhengyou.organizations.register.OrganizationCommand.EstablishOrganization;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;

class EstablishOrganizationTest {
    private static final OrganizationId NEW = new OrganizationId("new");

    private static DeciderScenario<OrganizationCommand, OrganizationEvent, Organization>
            scenario() {
        return University.scenario(Organization.decider());
    }

    private static DeciderScenario<OrganizationCommand, OrganizationEvent, Organization> nothing() {
        return DeciderScenario.of(OrganizationsService.definition(), Organization.decider());
    }

    private static EstablishOrganization establish(
            OrganizationId id,
            OrganizationType type,
            @Nullable OrganizationId parent,
            @Nullable String parentCode,
            String code) {
        HostUnitKind kind = type == PARTY_COMMITTEE ? null : HostUnitKind.COLLEGE;
        return new EstablishOrganization(
                id, type, kind, parent, parentCode, code, "组织 " + code, "Organisation " + code);
    }

    @Test
    void whoever_sets_up_establishes_the_committee_and_what_stands_under_it() {
        nothing()
                .by("setup", "SETUP")
                .when(establish(COMMITTEE, PARTY_COMMITTEE, null, null, "DW"))
                .thenEvents(established(COMMITTEE, PARTY_COMMITTEE, null, "DW"))
                .given(established(COMMITTEE, PARTY_COMMITTEE, null, "DW"))
                .when(establish(COLLEGE, GENERAL_BRANCH, null, "DW", "A"))
                .thenEvents(established(COLLEGE, GENERAL_BRANCH, COMMITTEE, "A"));
    }

    @Test
    void nobody_sets_up_any_more_once_an_office_was_filled() {
        scenario()
                .by("setup", "SETUP")
                .when(establish(NEW, GENERAL_BRANCH, COMMITTEE, null, "C"))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void only_the_committee_establishes() {
        scenario()
                .by("han")
                .when(establish(NEW, OrganizationType.BRANCH, COLLEGE, null, "A3"))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S66", "GUIDE");
    }

    @Test
    void one_above_is_named_by_id_or_by_code_and_told_by_id() {
        scenario()
                .when(establish(NEW, OrganizationType.BRANCH, COLLEGE, null, "A3"))
                .thenEvents(established(NEW, OrganizationType.BRANCH, COLLEGE, "A3"))
                .when(establish(NEW, OrganizationType.BRANCH, null, "A", "A3"))
                .thenEvents(established(NEW, OrganizationType.BRANCH, COLLEGE, "A3"));
    }

    @Test
    void each_type_stands_under_exactly_one_other() {
        scenario()
                .when(establish(NEW, OrganizationType.BRANCH, COMMITTEE, null, "A3"))
                .thenRefused(OUT_OF_SCOPE, "S6", "BRANCH stands under a GENERAL_BRANCH")
                .when(establish(NEW, OrganizationType.BRANCH, LIBRARY, null, "A3"))
                .thenRefused(OUT_OF_SCOPE)
                .when(establish(NEW, DIRECT_BRANCH, COLLEGE, null, "A3"))
                .thenRefused(OUT_OF_SCOPE, "S6", "DIRECT_BRANCH stands under a PARTY_COMMITTEE")
                .when(establish(NEW, GENERAL_BRANCH, BRANCH, null, "A3"))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void nothing_stands_above_the_committee_and_there_is_one() {
        scenario()
                .when(establish(NEW, PARTY_COMMITTEE, COMMITTEE, null, "DW2"))
                .thenRefused(OUT_OF_SCOPE)
                .when(establish(NEW, PARTY_COMMITTEE, null, null, "DW2"))
                .thenRefused(ALREADY_ON_RECORD, "S6", "one university Party committee");
    }

    @Test
    void all_others_name_the_one_above_and_the_kind_of_their_unit() {
        scenario()
                .when(establish(NEW, GENERAL_BRANCH, null, null, "C"))
                .thenRefused(PART_MISSING, "S6", "parent")
                .when(
                        new EstablishOrganization(
                                NEW, GENERAL_BRANCH, null, COMMITTEE, null, "C", "组织", ""))
                .thenRefused(PART_MISSING, "S6", "hostUnitKind")
                .when(establish(NEW, GENERAL_BRANCH, null, "X", "C"))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void the_one_above_exists_on_the_effective_date() {
        scenario()
                .on("2005-12-31")
                .by("setup", "SETUP")
                .when(establish(NEW, OrganizationType.BRANCH, COLLEGE, null, "A3"))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        nothing()
                .by("setup", "SETUP")
                .on("2006-01-01")
                .given(established(COMMITTEE, PARTY_COMMITTEE, null, "DW"))
                .on("2005-12-31")
                .when(establish(COLLEGE, GENERAL_BRANCH, COMMITTEE, null, "A"))
                .thenRefused(OUT_OF_SCOPE, "S6", "does not exist on that date");
    }

    @Test
    void nothing_more_is_put_under_one_that_has_ended_on_record_however_it_is_named() {
        var merged =
                new OrganizationsMerged(
                        OTHER_COLLEGE, List.of(COLLEGE), List.of(BRANCH, University.OTHER_BRANCH));
        record(scenario().on("2010-07-01"), merged)
                .on("2010-06-15")
                .when(establish(NEW, OrganizationType.BRANCH, COLLEGE, null, "A3"))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "has ended since")
                .when(establish(NEW, OrganizationType.BRANCH, null, "A", "A3"))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "has ended since")
                .on("2010-07-01")
                .when(establish(NEW, OrganizationType.BRANCH, COLLEGE, null, "A3"))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void one_that_was_dissolved_is_known_by_its_code_before_any_directory_has_heard_of_it() {
        scenario()
                .on("2010-07-01")
                .given(new OrganizationDissolved(COLLEGE, "A", "撤销"))
                .when(establish(NEW, OrganizationType.BRANCH, null, "A", "A3"))
                .thenRefused(OUT_OF_SCOPE, "S6", "does not exist on that date")
                .on("2010-06-15")
                .when(establish(NEW, OrganizationType.BRANCH, null, "A", "A3"))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "has ended since");
    }

    @Test
    void the_same_content_and_date_again_change_nothing_under_whatever_id() {
        scenario()
                .on("2006-01-01")
                .when(establish(BRANCH, OrganizationType.BRANCH, COLLEGE, null, "A1"))
                .thenNothing()
                .when(establish(NEW, OrganizationType.BRANCH, null, "A", "A1"))
                .thenNothing();
    }

    @Test
    void a_code_is_unique() {
        scenario()
                .when(establish(NEW, OrganizationType.BRANCH, COLLEGE, null, "A1"))
                .thenRefused(ALREADY_ON_RECORD, "S66", "content or date")
                .on("2006-01-01")
                .when(establish(NEW, GENERAL_BRANCH, COMMITTEE, null, "A1"))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void an_id_is_unique() {
        scenario()
                .when(establish(BRANCH, OrganizationType.BRANCH, COLLEGE, null, "A3"))
                .thenRefused(ALREADY_ON_RECORD, "S66", "this id");
    }

    @Test
    void what_cannot_be_said_names_its_field() {
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        establish(NEW, GENERAL_BRANCH, COMMITTEE, null, "A=B")))
                .hasMessageContaining("code must have 1 to 20");
        assertThatThrownBy(
                        () -> Validity.check(establish(NEW, GENERAL_BRANCH, COMMITTEE, "DW", "C")))
                .hasMessageContaining("parentCode");
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new EstablishOrganization(
                                                NEW,
                                                GENERAL_BRANCH,
                                                null,
                                                null,
                                                null,
                                                "C",
                                                " ",
                                                "")))
                .hasMessageContaining("labelZh");
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new EstablishOrganization(
                                                COMMITTEE,
                                                PARTY_COMMITTEE,
                                                HostUnitKind.COLLEGE,
                                                null,
                                                null,
                                                "DW",
                                                "党委",
                                                "")))
                .hasMessageContaining("hostUnitKind");
    }
}
