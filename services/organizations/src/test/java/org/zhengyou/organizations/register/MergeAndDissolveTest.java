package org.zhengyou.organizations.register;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.staff;
import static org.zhengyou.organizations.University.BRANCH;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.COMMITTEE;
import static org.zhengyou.organizations.University.LIBRARY;
import static org.zhengyou.organizations.University.OTHER_BRANCH;
import static org.zhengyou.organizations.University.OTHER_COLLEGE;
import static org.zhengyou.organizations.University.established;
import static org.zhengyou.organizations.University.record;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.organizations.University;
import org.zhengyou.organizations.register.OrganizationCommand.DissolveOrganization;
import org.zhengyou.organizations.register.OrganizationCommand.MergeOrganizations;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;

class MergeAndDissolveTest {
    private static final OrganizationsMerged COLLEGES_MERGED =
            new OrganizationsMerged(OTHER_COLLEGE, List.of(COLLEGE), List.of(BRANCH, OTHER_BRANCH));
    private static final OrganizationDissolved DISSOLVED =
            new OrganizationDissolved(BRANCH, "A1", "毕业");

    private static DeciderScenario<OrganizationCommand, OrganizationEvent, Organization>
            scenario() {
        return University.scenario(Organization.decider());
    }

    private static MergeOrganizations merge(OrganizationId heir, OrganizationId... merged) {
        return new MergeOrganizations(heir, List.of(merged));
    }

    private static DissolveOrganization dissolve(OrganizationId id) {
        return new DissolveOrganization(id, "毕业");
    }

    @Test
    void what_stood_under_the_merged_goes_to_the_heir() {
        scenario().when(merge(OTHER_COLLEGE, COLLEGE)).thenEvents(COLLEGES_MERGED);
    }

    @Test
    void what_came_by_an_earlier_merger_goes_on_to_the_next_heir() {
        OrganizationId third = new OrganizationId("college-3");
        var scenario = scenario().on("2007-01-01");
        record(scenario, established(third, OrganizationType.GENERAL_BRANCH, COMMITTEE, "C"));
        record(scenario.on("2008-01-01"), COLLEGES_MERGED);
        scenario.on("2010-06-15")
                .when(merge(third, OTHER_COLLEGE))
                .thenEvents(
                        new OrganizationsMerged(
                                third, List.of(OTHER_COLLEGE), List.of(BRANCH, OTHER_BRANCH)));
    }

    @Test
    void only_the_committee_merges_and_dissolves() {
        scenario()
                .by("han")
                .when(merge(BRANCH, OTHER_BRANCH))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .when(dissolve(BRANCH))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void only_organisations_of_one_type_that_exist_are_merged() {
        scenario()
                .when(merge(LIBRARY, BRANCH))
                .thenRefused(OUT_OF_SCOPE, "S66", "one type")
                .when(merge(BRANCH, new OrganizationId("nobody")))
                .thenRefused(NOT_ON_RECORD)
                .when(merge(new OrganizationId("nobody"), BRANCH))
                .thenRefused(NOT_ON_RECORD);
        record(scenario(), DISSOLVED)
                .on("2010-07-01")
                .when(merge(OTHER_BRANCH, BRANCH))
                .thenRefused(OUT_OF_SCOPE, "S66", "does not exist on that date")
                .when(merge(BRANCH, OTHER_BRANCH))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_merger_told_again_changes_nothing() {
        record(scenario(), COLLEGES_MERGED)
                .when(merge(OTHER_COLLEGE, COLLEGE))
                .thenNothing()
                .on("2010-06-01")
                .when(merge(OTHER_COLLEGE, COLLEGE))
                .thenRefused(ALREADY_ON_RECORD, "S66", "on record since 2010-06-15")
                .on("2010-07-01")
                .when(merge(OTHER_COLLEGE, COLLEGE))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void two_do_not_become_each_other_s_heirs() {
        record(scenario(), COLLEGES_MERGED)
                .on("2010-06-01")
                .when(merge(COLLEGE, OTHER_COLLEGE))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "the heir has ended since")
                .on("2010-06-15")
                .when(merge(COLLEGE, OTHER_COLLEGE))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_late_end_does_not_contradict_what_is_recorded_of_later_dates() {
        OrganizationId third = new OrganizationId("college-3");
        var merged = new OrganizationsMerged(third, List.of(OTHER_COLLEGE), List.of());
        var scenario = scenario().on("2007-01-01");
        record(scenario, established(third, OrganizationType.GENERAL_BRANCH, COMMITTEE, "C"));
        record(scenario.on("2010-07-01"), merged);
        scenario.on("2010-06-15")
                .when(merge(COLLEGE, third))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "after that date")
                .when(dissolve(third))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "after that date");
    }

    @Test
    void members_are_transferred_before_their_branch_ends() {
        scenario()
                .knowing(staff("ann", BRANCH.value()))
                .when(merge(OTHER_BRANCH, BRANCH))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "transfer them first")
                .when(dissolve(BRANCH))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "transfer them first")
                .knowing(new MemberTransferred("ann", BRANCH.value(), OTHER_BRANCH.value()))
                .when(dissolve(BRANCH))
                .thenEvents(DISSOLVED)
                .when(merge(OTHER_BRANCH, BRANCH))
                .thenEvents(new OrganizationsMerged(OTHER_BRANCH, List.of(BRANCH), List.of()));
    }

    @Test
    void members_count_as_of_the_date_and_after_it() {
        scenario()
                .on("2010-05-01")
                .knowing(staff("ann", BRANCH.value()))
                .on("2010-06-01")
                .knowing(new MembershipEnded("ann", BRANCH.value()))
                .on("2010-04-30")
                .when(dissolve(BRANCH))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2010-05-31")
                .when(dissolve(BRANCH))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2010-06-01")
                .when(dissolve(BRANCH))
                .thenEvents(DISSOLVED);
    }

    @Test
    void only_one_with_nothing_under_it_is_dissolved() {
        var scenario = scenario();
        scenario.when(dissolve(COLLEGE))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "organisations stand under it");
        record(scenario, DISSOLVED, new OrganizationDissolved(OTHER_BRANCH, "A2", "毕业"));
        scenario.when(dissolve(COLLEGE))
                .thenEvents(new OrganizationDissolved(COLLEGE, "A", "毕业"))
                .when(dissolve(OTHER_COLLEGE))
                .thenEvents(new OrganizationDissolved(OTHER_COLLEGE, "B", "毕业"));
    }

    @Test
    void an_heir_is_not_dissolved_while_what_it_took_over_stands_under_it() {
        record(scenario(), COLLEGES_MERGED)
                .on("2010-07-01")
                .when(dissolve(OTHER_COLLEGE))
                .thenRefused(STEP_OUT_OF_ORDER, "S66", "organisations stand under it");
    }

    @Test
    void a_dissolution_told_again_changes_nothing() {
        record(scenario(), DISSOLVED)
                .when(dissolve(BRANCH))
                .thenNothing()
                .on("2010-06-01")
                .when(dissolve(BRANCH))
                .thenRefused(ALREADY_ON_RECORD, "S66", "on record since 2010-06-15")
                .on("2010-06-15")
                .when(new DissolveOrganization(BRANCH, "撤并"))
                .thenRefused(ALREADY_ON_RECORD, "S66", "dissolved otherwise")
                .when(merge(OTHER_BRANCH, BRANCH))
                .thenRefused(OUT_OF_SCOPE)
                .on("2010-06-01")
                .when(merge(OTHER_BRANCH, BRANCH))
                .thenRefused(ALREADY_ON_RECORD, "S66", "ends on another date");
    }

    @Test
    void the_committee_is_not_dissolved() {
        scenario().when(dissolve(COMMITTEE)).thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void a_merger_names_others_and_each_once() {
        assertThatThrownBy(() -> Validity.check(merge(BRANCH, BRANCH)))
                .hasMessageContaining("merged");
        assertThatThrownBy(() -> Validity.check(merge(BRANCH))).hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> Validity.check(merge(BRANCH, OTHER_BRANCH, OTHER_BRANCH)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Validity.check(new DissolveOrganization(BRANCH, " ")))
                .hasMessageContaining("reason");
    }
}
