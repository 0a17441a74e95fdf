package org.zhengyou.organizations.bodies;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.auditor;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.seated;
import static org.zhengyou.organizations.University.BRANCH;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.COMMITTEE;
import static org.zhengyou.organizations.University.LIBRARY;
import static org.zhengyou.organizations.University.LIN;
import static org.zhengyou.organizations.University.OTHER_COLLEGE;
import static org.zhengyou.organizations.University.established;
import static org.zhengyou.organizations.bodies.Department.DISCIPLINE_COMMISSION;
import static org.zhengyou.organizations.bodies.Department.PARTY_ORGANIZATION_DEPARTMENT;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.FunctionGranted;
import org.zhengyou.organizations.bodies.CampaignBodies.Body;
import org.zhengyou.organizations.bodies.CampaignBodies.Shown;
import org.zhengyou.organizations.bodies.CampaignBodies.Sitting;
import org.zhengyou.organizations.bodies.MissingCampaignOffices.Missing;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationsMerged;
import org.zhengyou.organizations.register.OrganizationType;

/** Facts lie a day apart, from 2010-06-01 on. */
class BodyViewsTest {
    private static final MissingCampaignOffices MISSING = new MissingCampaignOffices();
    private static final CampaignBodies BODIES = new CampaignBodies();
    private static final BodyId OFFICE = new BodyId("office");
    private static final AppointmentId SEAT = new AppointmentId("seat");
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "organizations",
                    "2010-06-01",
                    established(COMMITTEE, OrganizationType.PARTY_COMMITTEE, null, "DW"),
                    established(COLLEGE, OrganizationType.GENERAL_BRANCH, COMMITTEE, "A"),
                    established(OTHER_COLLEGE, OrganizationType.GENERAL_BRANCH, COMMITTEE, "B"),
                    established(BRANCH, OrganizationType.BRANCH, COLLEGE, "A1"),
                    established(LIBRARY, OrganizationType.DIRECT_BRANCH, COMMITTEE, "D"),
                    new CampaignOfficeFormed(
                            OFFICE,
                            COLLEGE,
                            CampaignOfficeLevel.UNIT,
                            new TreeSet<>(Set.of(PARTY_ORGANIZATION_DEPARTMENT)),
                            new TreeSet<>(Set.of(DISCIPLINE_COMMISSION))),
                    new BodyAppointmentMade(SEAT, OFFICE, COLLEGE, Seat.HEAD, LIN, null),
                    new FunctionGranted(OFFICE, COLLEGE, OfficeFunction.SUPERVISE),
                    new BodyAppointmentEnded(SEAT, OFFICE, COLLEGE, LIN, null),
                    new OrganizationsMerged(COLLEGE, List.of(OTHER_COLLEGE), List.of()),
                    new OrganizationDissolved(LIBRARY, "D", "撤销"));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        ViewLaws.isOrderFree(MISSING, FACTS);
        ViewLaws.survivesStorage(MISSING, FACTS);
        ViewLaws.isOrderFree(BODIES, FACTS);
        ViewLaws.survivesStorage(BODIES, FACTS);
    }

    @Test
    void second_tier_organisations_without_a_campaign_office_are_listed_as_of_a_date() {
        assertThat(missing("2010-06-01")).isEmpty();
        assertThat(missing("2010-06-04")).containsExactly("A", "B");
        assertThat(missing("2010-06-05")).containsExactly("A", "B", "D");
        assertThat(missing("2010-06-06")).containsExactly("B", "D");
        assertThat(missing("2010-06-10")).containsExactly("D");
        assertThat(missing("2010-06-11")).isEmpty();
    }

    @Test
    void what_is_missing_is_for_those_concerned() {
        var row = requireNonNull(ViewLaws.rows(MISSING, FACTS).get(OTHER_COLLEGE.value()));
        assertThat(MISSING.audience(row).admits(committee())).isTrue();
        assertThat(MISSING.audience(row).admits(seated("x", OTHER_COLLEGE))).isTrue();
        assertThat(MISSING.audience(row).admits(auditor())).isTrue();
        assertThat(MISSING.audience(row).admits(seated("han", COLLEGE))).isFalse();
    }

    @Test
    void a_body_shows_who_sits_in_it_and_what_it_may_do_on_a_date() {
        assertThat(BODIES.answer("office", body(), day("2010-06-05"))).isNull();
        assertThat(shown("2010-06-06").seats()).isEmpty();
        assertThat(shown("2010-06-08"))
                .isEqualTo(
                        new Shown(
                                "CAMPAIGN_OFFICE",
                                "college",
                                List.of(PARTY_ORGANIZATION_DEPARTMENT),
                                List.of(DISCIPLINE_COMMISSION),
                                List.of(new Sitting(SEAT.value(), Seat.HEAD, "lin")),
                                List.of(OfficeFunction.SUPERVISE)));
        assertThat(shown("2010-06-09").seats()).isEmpty();
    }

    @Test
    void a_body_is_shown_to_its_people_and_to_those_over_it() {
        assertThat(BODIES.audience(body()).admits(seated("lin"))).isTrue();
        assertThat(BODIES.audience(body()).admits(seated("han", COLLEGE))).isTrue();
        assertThat(BODIES.audience(body()).admits(auditor())).isTrue();
        assertThat(BODIES.audience(body()).admits(seated("x", LIBRARY))).isFalse();
    }

    private static Body body() {
        return requireNonNull(ViewLaws.rows(BODIES, FACTS).get(OFFICE.value()));
    }

    private static Shown shown(String date) {
        return requireNonNull(BODIES.answer(OFFICE.value(), body(), day(date)));
    }

    private static List<String> missing(String date) {
        return new TreeMap<>(ViewLaws.rows(MISSING, FACTS))
                .entrySet().stream()
                        .map(row -> MISSING.answer(row.getKey(), row.getValue(), day(date)))
                        .filter(Missing.class::isInstance)
                        .map(Missing.class::cast)
                        .map(Missing::code)
                        .toList();
    }
}
