package org.zhengyou.evaluations.reviews;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BOB;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.COLLEGE;
import static org.zhengyou.evaluations.University.COMMITTEE;
import static org.zhengyou.evaluations.University.LIBRARY;
import static org.zhengyou.evaluations.University.OTHER_BRANCH;
import static org.zhengyou.evaluations.University.office;
import static org.zhengyou.evaluations.University.organization;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;
import static org.zhengyou.kit.spec.University.auditor;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.head;
import static org.zhengyou.kit.spec.University.seated;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.evaluations.reviews.MissingReports.Missing;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationsMerged;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;

/** The registers are of November 2010; reports are filed from 2010-12-15 on. */
class MissingReportsTest {
    private static final MissingReports VIEW = new MissingReports();

    private static List<Fact<?>> facts(Object... december) {
        List<Fact<?>> facts = new ArrayList<>();
        facts.addAll(
                ViewLaws.facts(
                        "organizations",
                        "2010-11-01",
                        organization(COMMITTEE, "PARTY_COMMITTEE", null),
                        organization(COLLEGE, "GENERAL_BRANCH", COMMITTEE),
                        organization(BRANCH, "BRANCH", COLLEGE),
                        organization(LIBRARY, "DIRECT_BRANCH", COMMITTEE),
                        office("a-1", COLLEGE, "SECRETARY", HAN),
                        office("a-2", COLLEGE, "DEPUTY_SECRETARY", WU)));
        facts.addAll(
                ViewLaws.facts(
                        "members",
                        "2010-11-01",
                        new PartyMemberRegistered(ANN.value(), BRANCH.value(), "STAFF"),
                        new PartyMemberRegistered(HAN, BRANCH.value(), "STAFF")));
        facts.addAll(ViewLaws.facts("later", "2010-12-15", december));
        return facts;
    }

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_list() {
        List<Fact<?>> facts =
                facts(
                        new OfficeAppointmentEnded("a-1", COLLEGE.value(), HAN),
                        office("a-3", COLLEGE, "SECRETARY", WU),
                        new MemberTransferred(ANN.value(), BRANCH.value(), OTHER_BRANCH.value()),
                        new MembershipEnded(ANN.value(), OTHER_BRANCH.value()),
                        new OrganizationDissolved(LIBRARY.value()),
                        new OrganizationsMerged(COLLEGE.value(), List.of(BRANCH.value())),
                        reason(SubjectKind.MEMBER, ANN.value(), ANN.value()),
                        sealed(false));
        ViewLaws.isOrderFree(VIEW, facts);
        ViewLaws.survivesStorage(VIEW, facts);
    }

    @Test
    void every_member_and_every_secretary_of_the_second_tier_is_due() {
        assertThat(missing("2010-12-20"))
                .containsExactlyInAnyOrder(
                        member(ANN.value()),
                        member(HAN),
                        secretary(COLLEGE.value(), HAN),
                        secretary(LIBRARY.value(), null));
    }

    @Test
    void nothing_is_due_before_the_first_december() {
        assertThat(missing("2010-11-30")).isEmpty();
        assertThat(missing("2010-12-01")).hasSize(4);
    }

    @Test
    void whoever_has_reported_is_not_missing_any_more() {
        assertThat(missing("2010-12-16", sealed(false))).extracting(Missing::subject).contains(HAN);
        assertThat(missing("2010-12-14", sealed(false)))
                .extracting(Missing::subject)
                .contains(COLLEGE.value());
        assertThat(missing("2010-12-16", sealed(false)))
                .extracting(Missing::subject)
                .doesNotContain(COLLEGE.value());
    }

    @Test
    void one_report_may_discharge_both_roles() {
        assertThat(missing("2010-12-16", sealed(true)))
                .extracting(Missing::subject)
                .containsExactlyInAnyOrder(ANN.value(), LIBRARY.value());
    }

    /** S110: every such secretary, or a recorded reason. */
    @Test
    void whoever_has_a_recorded_reason_is_missing_with_a_reason_from_that_day_on() {
        Object[] all = {
            sealed(true),
            reason(SubjectKind.MEMBER, ANN.value(), ANN.value()),
            reason(SubjectKind.ORGANIZATION, LIBRARY.value(), null)
        };
        assertThat(missing("2010-12-15", all)).hasSize(2).noneMatch(Missing::reasonRecorded);
        assertThat(missing("2010-12-16", all))
                .filteredOn(one -> !one.reasonRecorded())
                .extracting(Missing::subject)
                .containsExactly(LIBRARY.value());
        assertThat(missing("2010-12-17", all)).hasSize(2).allMatch(Missing::reasonRecorded);
        assertThat(missing("2011-12-01", all)).hasSize(4).noneMatch(Missing::reasonRecorded);
    }

    @Test
    void who_only_has_a_seat_or_audits_sees_that_there_is_a_reason_and_not_which() {
        var ann = reason(SubjectKind.MEMBER, ANN.value(), ANN.value());
        Reporting row = requireNonNull(ViewLaws.rows(VIEW, facts(ann)).get(ANN.value()));
        var missing = requireNonNull(VIEW.answer(ANN.value(), row, day("2010-12-20")));
        assertThat(Json.tolerant().writeValueAsString(List.of(row, missing))).doesNotContain("生病");
        assertThat(VIEW.audience(row).admits(seated(BOB.value(), BRANCH))).isTrue();
        assertThat(VIEW.audience(row).admits(auditor())).isTrue();

        var words = new MissingReportReasons();
        var said = requireNonNull(ViewLaws.rows(words, facts(ann)).get("2010-" + ANN.value()));
        assertThat(words.audience(said).admits(head(ANN.value()))).isTrue();
        assertThat(words.audience(said).admits(head(LIN, BRANCH))).isTrue();
        assertThat(words.audience(said).admits(committee())).isTrue();
        assertThat(words.audience(said).admits(seated(BOB.value(), BRANCH))).isFalse();
        assertThat(words.audience(said).admits(auditor())).isFalse();
        assertThat(words.answer("any", said, day("2010-12-14"))).isNull();
        var shown = requireNonNull(words.answer("any", said, day("2010-12-15")));
        assertThat(shown.reason().text()).isEqualTo("生病");
        assertThat(shown.recordedOn()).isEqualTo("2010-12-15");
    }

    @Test
    void the_words_of_a_reason_do_not_depend_on_the_order_of_facts() {
        var facts = facts(withoutKey(ANN.value()), withoutKey(HAN));
        ViewLaws.isOrderFree(new MissingReportReasons(), facts);
        ViewLaws.survivesStorage(new MissingReportReasons(), facts);
    }

    @Test
    void each_year_end_is_due_anew() {
        assertThat(missing("2011-11-30", sealed(true))).hasSize(2);
        assertThat(missing("2011-12-01", sealed(true)))
                .hasSize(4)
                .allMatch(one -> one.year() == 2011);
    }

    @Test
    void the_registers_count_as_of_the_year_end() {
        Object[] january = new Object[18];
        for (int i = 0; i < 17; i++)
            january[i] = new PartyMemberRegistered("early-" + i, "x", "STAFF");
        january[17] = new PartyMemberRegistered("late", "x", "STAFF");
        assertThat(missing("2011-02-01", january))
                .extracting(Missing::subject)
                .contains("early-16")
                .doesNotContain("late");
    }

    @Test
    void the_leaders_and_the_person_see_who_is_missing() {
        var rows = ViewLaws.rows(VIEW, facts());
        Reporting ann = requireNonNull(rows.get(ANN.value()));
        assertThat(VIEW.audience(ann).admits(head(ANN.value()))).isTrue();
        assertThat(VIEW.audience(ann).admits(head(LIN, BRANCH))).isTrue();
        assertThat(VIEW.audience(ann).admits(head(LIN, OTHER_BRANCH))).isFalse();
        assertThat(VIEW.audience(ann).admits(committee())).isTrue();
        Reporting college = requireNonNull(rows.get(COLLEGE.value()));
        assertThat(VIEW.audience(college).admits(head(HAN, COLLEGE))).isTrue();
        assertThat(VIEW.audience(college).admits(head(LIN, BRANCH))).isFalse();
    }

    private static Collection<Missing> missing(String date, Object... december) {
        List<Missing> missing = new ArrayList<>();
        ViewLaws.rows(VIEW, facts(december))
                .forEach(
                        (key, row) -> {
                            Missing one = VIEW.answer(key, row, day(date));
                            if (one != null) missing.add(one);
                        });
        return missing;
    }

    private static Missing member(String id) {
        return new Missing(2010, SubjectKind.MEMBER, id, BRANCH.value(), id, false);
    }

    private static Missing secretary(String id, @Nullable String secretary) {
        return new Missing(2010, SubjectKind.ORGANIZATION, id, id, secretary, false);
    }

    private static MissingReportReasonRecorded reason(
            SubjectKind kind, String subject, @Nullable String reporter) {
        return recorded(kind, subject, reporter, Personal.of(ANN.value(), "生病"));
    }

    private static MissingReportReasonRecorded withoutKey(String member) {
        return recorded(SubjectKind.MEMBER, member, member, new Personal(member, null));
    }

    private static MissingReportReasonRecorded recorded(
            SubjectKind kind, String subject, @Nullable String reporter, Personal reason) {
        return new MissingReportReasonRecorded(
                ReviewScenario.CYCLE,
                2010,
                kind,
                new SubjectId(subject),
                kind == SubjectKind.MEMBER ? BRANCH : new OrganizationId(subject),
                reporter == null ? null : new MemberId(reporter),
                reason);
    }

    private static DutyReportFiled sealed(boolean alsoAsMember) {
        return ReviewScenario.filedByCollege(alsoAsMember);
    }
}
