package org.zhengyou.kit.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.MemoryRows;
import org.zhengyou.kit.view.View;

/** Two colleges under a committee; Han is secretary of the first, Lin of the second. */
class EffectiveAuthorityTest {
    private final Map<Class<?>, MemoryRows<?>> directories = new HashMap<>();
    private int position;

    @BeforeEach
    void theUniversity() {
        for (View<?, ?> view :
                List.of(new OrganizationDirectory(), new OfficeDirectory(), new BodyDirectory()))
            directories.put(view.getClass(), new MemoryRows<>(view));
        happens("2006-01-01", organization("committee", "PARTY_COMMITTEE", null));
        happens("2006-01-01", organization("college", "GENERAL_BRANCH", "committee"));
        happens("2006-01-01", organization("college-2", "GENERAL_BRANCH", "committee"));
        happens("2006-01-01", organization("branch", "BRANCH", "college"));
        happens("2006-01-01", new OfficeAppointmentMade("a-1", "college", "SECRETARY", "han"));
        happens("2006-01-01", new OfficeAppointmentMade("a-2", "college-2", "SECRETARY", "lin"));
        happens("2006-01-01", new OfficeAppointmentMade("a-3", "committee", "SECRETARY", "gao"));
    }

    private static OrganizationEstablished organization(
            String id, String type, @Nullable String parent) {
        return new OrganizationEstablished(id, type, "COLLEGE", parent, id, id);
    }

    private void happens(String day, Object event) {
        position++;
        Instant at = at(day);
        String type = "organizations." + event.getClass().getSimpleName();
        var fact =
                new Fact<>(
                        "organizations", position, "e" + position, type, event, at, at, Map.of());
        directories.values().forEach(rows -> rows.fold(fact));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private EffectiveAuthority of(String person, String day) {
        return new EffectiveAuthority(new Actor(person, Set.of()), at(day), new Directories());
    }

    private final class Directories implements Lookup {
        @Override
        @SuppressWarnings("unchecked")
        public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
            return (R) Objects.requireNonNull(directories.get(view)).find(key);
        }
    }

    @Test
    void a_secretary_leads_the_organisation_and_what_stands_below_it() {
        of("han", "2010-06-15").require(SUPERVISE, "college", "S93");
        of("han", "2010-06-15").require(SUPERVISE, "branch", "S93");
        assertThat(of("han", "2010-06-15").holds(SUPERVISE, "college-2")).isFalse();
        assertThat(of("han", "2010-06-15").holds(SUPERVISE, "committee")).isFalse();
    }

    private EffectiveAuthority onBehalf(String principal, String clerk) {
        return EffectiveAuthority.onBehalf(
                new Actor(principal, Set.of()),
                new Actor(clerk, Set.of()),
                at("2010-06-15"),
                new Directories());
    }

    @Test
    void
            who_acts_on_behalf_may_do_what_the_principal_may_and_only_over_whose_organisation_he_may() {
        onBehalf("han", "gao").require(SUPERVISE, "branch", "S93");
        onBehalf("han", "gao").requireSelf("han", "S110");
        assertThat(onBehalf("han", "gao").holds(SUPERVISE, "committee"))
                .as("nobody lends the principal more")
                .isFalse();
        for (String clerk : List.of("lin", "nobody")) {
            assertThat(onBehalf("han", clerk).holds(SUPERVISE, "college")).isFalse();
            assertThatThrownBy(() -> onBehalf("han", clerk).requireSelf("han", "S110"))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> onBehalf("han", clerk).require(SUPERVISE, "college", "S93"))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(onBehalf("han", "lin").held("han", SUPERVISE, "college"))
                .as("what was so is so, whoever asks")
                .isTrue();
        assertThatThrownBy(() -> onBehalf("gao", "gao").requireSelf("han", "S110"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_stood_under_a_merged_organisation_stands_under_the_heir_from_then_on() {
        happens(
                "2010-06-15",
                new OrganizationsMerged("college-2", List.of("college"), List.of("branch")));
        Lookup lookup = new Directories();

        assertThat(OrganizationDirectory.lineOf(lookup, "branch", at("2010-06-14")))
                .containsExactly("branch", "college", "committee");
        assertThat(OrganizationDirectory.lineOf(lookup, "branch", at("2010-06-15")))
                .containsExactly("branch", "college-2", "committee");
        assertThat(OrganizationDirectory.lineOf(lookup, "college", at("2010-06-15")))
                .containsExactly("college", "college-2", "committee");
        assertThat(OrganizationDirectory.lineOf(lookup, "branch", at("2005-01-01")))
                .containsExactly("branch", "college", "committee");
        assertThat(of("lin", "2010-06-15").holds(SUPERVISE, "branch")).isTrue();
    }

    @Test
    void the_directory_of_organisations_is_order_free() {
        List<Fact<?>> facts =
                ViewLaws.facts(
                        "organizations",
                        "2010-06-01",
                        organization("college", "GENERAL_BRANCH", "committee"),
                        organization("college-2", "GENERAL_BRANCH", "committee"),
                        organization("branch", "BRANCH", "college"),
                        new OrganizationsMerged("college-2", List.of("college"), List.of("branch")),
                        new OrganizationDissolved("college-2"));
        ViewLaws.isOrderFree(new OrganizationDirectory(), facts);
        ViewLaws.survivesStorage(new OrganizationDirectory(), facts);
    }

    @Test
    void a_seat_gives_its_functions_and_makes_nobody_a_head() {
        happens(
                "2006-01-01",
                new OfficeAppointmentMade("a-4", "college", "DEPUTY_SECRETARY", "wu"));
        happens(
                "2006-01-01",
                new OfficeAppointmentMade("a-5", "college", "COMMITTEE_MEMBER", "cai"));
        happens("2010-06-01", new BodyAppointmentMade("b-1", "body", "college", "MEMBER", "bob"));
        for (OfficeFunction each : OfficeFunction.values())
            happens("2010-06-01", new FunctionGranted("body", "college", each));

        EffectiveAuthority anybody = of("nobody", "2010-06-15");
        assertThat(anybody.held("bob", SUPERVISE, "branch")).isTrue();
        assertThat(anybody.headed("bob", "branch")).isFalse();
        assertThat(anybody.headed("cai", "college")).isFalse();
        for (String head : List.of("han", "wu", "gao"))
            assertThat(anybody.headed(head, "branch")).as(head).isTrue();
        assertThat(anybody.headed("han", "committee")).isFalse();
        assertThat(anybody.headed("lin", "branch")).isFalse();
    }

    @Test
    void only_secretary_and_deputy_speak_as_the_committee_itself_and_no_seat_does() {
        happens(
                "2010-06-01",
                new OfficeAppointmentMade("a-4", "committee", "DEPUTY_SECRETARY", "wu"));
        happens(
                "2010-06-01",
                new OfficeAppointmentMade("a-5", "committee", "COMMITTEE_MEMBER", "cai"));
        happens("2010-06-01", new BodyAppointmentMade("b-1", "body", "committee", "HEAD", "bob"));
        for (OfficeFunction each : OfficeFunction.values())
            happens("2010-06-01", new FunctionGranted("body", "committee", each));

        EffectiveAuthority deputy = of("wu", "2010-06-15");
        deputy.requireCommitteeOffice("S46");
        assertThat(deputy.grounds()).contains("S46 office a-4");
        of("gao", "2010-06-15").requireCommitteeOffice("S46");
        of("bob", "2010-06-15").requireCommittee(SUPERVISE, "S46");
        for (String other : List.of("bob", "cai", "han", "nobody"))
            assertThatThrownBy(() -> of(other, "2010-06-15").requireCommitteeOffice("S46"))
                    .as(other)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("secretary or deputy secretary");
        assertThatThrownBy(() -> of("wu", "2010-05-31").requireCommitteeOffice("S46"))
                .as("not yet appointed")
                .isInstanceOf(Refusal.class);
        EffectiveAuthority lent = onBehalf("gao", "wu");
        lent.requireCommitteeOffice("S46");
        assertThat(lent.grounds()).contains("S46 office a-3");
        assertThatThrownBy(() -> onBehalf("gao", "han").requireCommitteeOffice("S46"))
                .as("who stands below acts for nobody at the committee")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_policy_of_the_platform_may_do_at_the_committee_what_it_was_written_for() {
        var authority =
                new EffectiveAuthority(
                        new Actor("policy:when-due-then-closed", Set.of()),
                        at("2010-06-15"),
                        new Directories());
        authority.requireCommitteeOffice("S46");
        assertThat(authority.grounds()).contains("S46 office policy:when-due-then-closed");
    }

    @Test
    void an_office_ends_when_its_organisation_is_merged_and_the_heir_leads() {
        happens("2010-06-15", new OrganizationsMerged("college-2", List.of("college")));

        assertThat(of("han", "2010-06-14").holds(SUPERVISE, "branch")).isTrue();
        assertThat(of("lin", "2010-06-14").holds(SUPERVISE, "branch")).isFalse();
        assertThatThrownBy(() -> of("han", "2010-06-15").require(SUPERVISE, "branch", "S93"))
                .isInstanceOf(Refusal.class);
        assertThat(of("gao", "2010-06-15").held("han", SUPERVISE, "college")).isFalse();
        assertThat(of("gao", "2010-06-15").wasSecretary("han", "college")).isFalse();
        assertThat(of("lin", "2010-06-15").holds(SUPERVISE, "branch")).isTrue();
    }

    @Test
    void an_office_ends_when_its_organisation_is_dissolved() {
        happens("2011-03-01", new OrganizationDissolved("college"));

        assertThat(of("han", "2011-02-28").holds(SUPERVISE, "college")).isTrue();
        assertThat(of("han", "2011-03-01").holds(SUPERVISE, "college")).isFalse();
        assertThat(of("gao", "2011-03-01").holds(SUPERVISE, "college")).isTrue();
    }

    @Test
    void what_an_organisation_says_itself_no_superior_says_in_its_place() {
        happens("2010-06-15", new OrganizationsMerged("college-2", List.of("college")));

        of("han", "2010-06-14").requireOwn(SUPERVISE, "college", "S83");
        for (String other : List.of("gao", "lin"))
            assertThatThrownBy(
                            () -> of(other, "2010-06-14").requireOwn(SUPERVISE, "college", "S83"))
                    .hasMessageContaining("college itself");
        assertThatThrownBy(() -> of("han", "2010-06-14").requireOwn(SUPERVISE, "branch", "S83"))
                .isInstanceOf(Refusal.class);
        of("lin", "2010-06-15").requireOwn(SUPERVISE, "college", "S83");
        for (String other : List.of("gao", "han"))
            assertThatThrownBy(
                            () -> of(other, "2010-06-15").requireOwn(SUPERVISE, "college", "S83"))
                    .isInstanceOf(Refusal.class);
    }

    @Test
    void a_seat_in_an_organisation_s_body_is_its_own_hand_and_none_of_those_below() {
        happens("2010-06-01", new FunctionGranted("office", "college", SUPERVISE));
        happens("2010-06-01", new BodyAppointmentMade("s-1", "office", "college", "MEMBER", "wu"));

        var authority =
                new EffectiveAuthority(
                        new Actor("wu", Set.of()), at("2010-06-02"), new Directories());
        authority.requireOwn(SUPERVISE, "college", "S83");
        assertThat(authority.grounds()).contains("S83 SUPERVISE s-1");
        assertThatThrownBy(() -> authority.requireOwn(SUPERVISE, "branch", "S83"))
                .isInstanceOf(Refusal.class);
    }
}
