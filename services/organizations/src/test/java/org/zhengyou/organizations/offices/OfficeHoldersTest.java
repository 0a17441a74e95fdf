package org.zhengyou.organizations.offices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.auditor;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.seated;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.GAO;
import static org.zhengyou.organizations.University.HAN;
import static org.zhengyou.organizations.University.HAN_SECRETARY;
import static org.zhengyou.organizations.University.LIBRARY;
import static org.zhengyou.organizations.University.LIN;
import static org.zhengyou.organizations.University.secretary;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.offices.OfficeHolders.Holder;
import org.zhengyou.organizations.offices.OfficeHolders.Row;
import org.zhengyou.organizations.offices.OfficeHolders.Shown;

/** Facts lie a day apart, from 2010-06-01 on. */
class OfficeHoldersTest {
    private static final OfficeHolders VIEW = new OfficeHolders();
    private static final AppointmentId DEPUTY = new AppointmentId("a-deputy");
    private static final AppointmentId NEXT = new AppointmentId("a-next");
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "organizations",
                    "2010-06-01",
                    secretary(HAN_SECRETARY, COLLEGE, HAN),
                    new OfficeAppointmentMade(DEPUTY, COLLEGE, Office.DEPUTY_SECRETARY, LIN),
                    new OfficeAppointmentEnded(HAN_SECRETARY, COLLEGE, Office.SECRETARY, HAN, "换届"),
                    secretary(NEXT, COLLEGE, GAO));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_holders() {
        ViewLaws.isOrderFree(VIEW, FACTS);
        ViewLaws.survivesStorage(VIEW, FACTS);
    }

    @Test
    void who_was_secretary_on_a_date_is_told_for_that_date() {
        assertThat(at("2010-05-31").secretary()).isEmpty();
        assertThat(at("2010-06-02").secretary()).isEqualTo("han");
        assertThat(at("2010-06-03").secretary()).isEmpty();
        assertThat(at("2010-06-04").secretary()).isEqualTo("gao");
    }

    @Test
    void everybody_in_office_is_shown() {
        assertThat(at("2010-06-02").holders())
                .containsExactly(
                        new Holder("a-deputy", Office.DEPUTY_SECRETARY, "lin"),
                        new Holder("a-han", Office.SECRETARY, "han"));
        assertThat(at("2010-06-03").holders())
                .containsExactly(new Holder("a-deputy", Office.DEPUTY_SECRETARY, "lin"));
    }

    @Test
    void leaders_over_it_and_auditors_and_the_committee_see_them_and_nobody_else() {
        assertThat(VIEW.audience(row()).admits(seated("han", COLLEGE))).isTrue();
        assertThat(VIEW.audience(row()).admits(committee())).isTrue();
        assertThat(VIEW.audience(row()).admits(auditor())).isTrue();
        assertThat(VIEW.audience(row()).admits(seated("lin", LIBRARY))).isFalse();
        assertThat(VIEW.audience(row()).admits(seated("anybody"))).isFalse();
    }

    private static Row row() {
        return requireNonNull(ViewLaws.rows(VIEW, FACTS).get(COLLEGE.value()));
    }

    private static Shown at(String date) {
        return VIEW.answer(COLLEGE.value(), row(), day(date));
    }
}
