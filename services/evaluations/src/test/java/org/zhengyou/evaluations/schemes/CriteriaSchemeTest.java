package org.zhengyou.evaluations.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.evaluations.schemes.AppliesTo.ORGANIZATION;
import static org.zhengyou.evaluations.schemes.AppliesTo.PARTY_AFFAIRS_WORKER;
import static org.zhengyou.evaluations.schemes.AppliesTo.STAFF;
import static org.zhengyou.evaluations.schemes.AppliesTo.STUDENT;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.head;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.evaluations.University;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.CommendationFacts.CommendationRoundOpened;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.ReviewId;
import org.zhengyou.evaluations.reviews.SubjectId;
import org.zhengyou.evaluations.reviews.SubjectKind;
import org.zhengyou.evaluations.schemes.CriteriaSchemeCommand.PublishCriteriaScheme;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.validation.Validity;

class CriteriaSchemeTest {
    private static final SchemeId SCHEME = new SchemeId("scheme");
    private static final SchemeId OTHER = new SchemeId("other");

    @ParameterizedTest
    @EnumSource(
            value = AppliesTo.class,
            names = {"ORGANIZATION", "STAFF", "STUDENT"})
    void the_committee_publishes_exactly_the_criteria_that_the_text_names(AppliesTo subjects) {
        var publish = publish(SCHEME, subjects, 1, criteria(subjects, 1));
        var published = new CriteriaSchemePublished(SCHEME, subjects, 1, criteria(subjects, 1));
        scenario().when(publish).thenEvents(published);
        scenario().given(published).when(publish).thenNothing();
        scenario().by(HAN).when(publish).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void the_text_names_nine_criteria_for_organisations_ten_for_staff_eight_for_students() {
        assertThat(List.of(named(ORGANIZATION), named(STAFF), named(STUDENT)))
                .extracting(List::size)
                .containsExactly(9, 10, 8);
    }

    @Test
    void a_criterion_that_is_missing_is_named() {
        List<Criterion> eight = criteria(ORGANIZATION, 1).subList(1, 9);
        scenario()
                .when(publish(SCHEME, ORGANIZATION, 1, eight))
                .thenRefused(PART_MISSING, "S8", "GOOD_LEADING_TEAM");
    }

    @Test
    void a_criterion_that_the_text_does_not_name_is_refused() {
        List<Criterion> more = new ArrayList<>(criteria(STUDENT, 1));
        more.add(criterion("MODEL_POST", 1));
        scenario()
                .when(publish(SCHEME, STUDENT, 1, more))
                .thenRefused(OUT_OF_SCOPE, "S8", "MODEL_POST");
    }

    @Test
    void for_party_affairs_workers_any_criteria_will_do_but_not_none() {
        List<Criterion> any = List.of(criterion("DILIGENCE", 1));
        scenario()
                .when(publish(SCHEME, PARTY_AFFAIRS_WORKER, 1, any))
                .thenEvents(new CriteriaSchemePublished(SCHEME, PARTY_AFFAIRS_WORKER, 1, any));
        scenario()
                .when(publish(SCHEME, PARTY_AFFAIRS_WORKER, 1, List.of()))
                .thenRefused(PART_MISSING, "Q16", "at least 1");
    }

    @Test
    void corrected_content_replaces_a_version_that_nobody_has_used() {
        var corrected = criteria(STAFF, 2);
        scenario()
                .given(new CriteriaSchemePublished(SCHEME, STAFF, 1, criteria(STAFF, 1)))
                .when(publish(SCHEME, STAFF, 1, corrected))
                .thenEvents(new CriteriaSchemePublished(SCHEME, STAFF, 1, corrected));
    }

    @Test
    void a_version_does_not_change_once_a_review_has_used_it() {
        var published = new CriteriaSchemePublished(SCHEME, STAFF, 1, criteria(STAFF, 1));
        scenario()
                .given(published, report(SCHEME))
                .when(publish(SCHEME, STAFF, 1, criteria(STAFF, 2)))
                .thenRefused(ALREADY_ON_RECORD, "S8", "publish the next version");
        scenario()
                .given(published, report(SCHEME))
                .when(publish(SCHEME, STAFF, 1, criteria(STAFF, 1)))
                .thenNothing();
        scenario()
                .given(published, report(OTHER))
                .when(publish(SCHEME, STAFF, 1, criteria(STAFF, 2)))
                .thenEvents(new CriteriaSchemePublished(SCHEME, STAFF, 1, criteria(STAFF, 2)));
    }

    @Test
    void the_same_criteria_said_with_another_date_are_refused() {
        scenario()
                .given(new CriteriaSchemePublished(SCHEME, STAFF, 1, criteria(STAFF, 1)))
                .on("2010-07-02")
                .when(publish(SCHEME, STAFF, 1, criteria(STAFF, 1)))
                .thenRefused(ALREADY_ON_RECORD, "S8", "2010-07-01");
    }

    @Test
    void all_who_sign_in_find_the_published_schemes() {
        PublishedSchemes view = new PublishedSchemes();
        var facts =
                ViewLaws.facts(
                        "evaluations",
                        "2010-07-01",
                        new CriteriaSchemePublished(SCHEME, STAFF, 1, criteria(STAFF, 1)),
                        new CriteriaSchemePublished(SCHEME, STAFF, 1, criteria(STAFF, 2)));
        ViewLaws.isOrderFree(view, facts);
        ViewLaws.survivesStorage(view, facts);
        var row = Objects.requireNonNull(ViewLaws.rows(view, facts).get("scheme"));
        assertThat(view.audience(row).admits(head("anybody"))).isTrue();
        assertThat(view.answer("scheme", row, DeciderScenario.day("2010-06-30"))).isNull();
        assertThat(view.answer("scheme", row, DeciderScenario.day("2010-07-02")))
                .isEqualTo(
                        new PublishedSchemes.Scheme(
                                SCHEME,
                                STAFF,
                                1,
                                criteria(STAFF, 2),
                                LocalDate.parse("2010-07-02")));
    }

    /** No review uses the criteria of Party-affairs workers: they are frozen by the round alone. */
    @Test
    void a_version_does_not_change_once_a_commendation_round_has_opened_on_it() {
        List<Criterion> any = List.of(criterion("DILIGENCE", 1));
        List<Criterion> other = List.of(criterion("DILIGENCE", 2));
        var published = new CriteriaSchemePublished(SCHEME, PARTY_AFFAIRS_WORKER, 1, any);
        var round = new CommendationRoundOpened("r", List.of("OUTSTANDING_PARTY_AFFAIRS_WORKER"));
        for (String day : List.of("2011-05-20", "2011-06-01", "2010-07-02"))
            scenario()
                    .given(published)
                    .on("2011-05-20")
                    .knowing(round)
                    .on(day)
                    .when(publish(SCHEME, PARTY_AFFAIRS_WORKER, 1, other))
                    .thenRefused(ALREADY_ON_RECORD, "S8", "round has used this version");
        scenario()
                .given(published)
                .knowing(new CommendationRoundOpened("r", List.of("OUTSTANDING_MEMBER")))
                .when(publish(SCHEME, PARTY_AFFAIRS_WORKER, 1, other))
                .thenEvents(new CriteriaSchemePublished(SCHEME, PARTY_AFFAIRS_WORKER, 1, other));
    }

    @ParameterizedTest
    @EnumSource(AppliesTo.class)
    void a_round_freezes_the_criteria_of_every_category_it_opens(AppliesTo subjects) {
        var criteria = List.of(criterion("DILIGENCE", 1));
        var corrected = subjects.named().map(n -> criteria(subjects, 2)).orElse(criteria);
        var round =
                new CommendationRoundOpened(
                        "r",
                        List.of(
                                "ADVANCED_PRIMARY_ORGANIZATION",
                                "OUTSTANDING_MEMBER",
                                "OUTSTANDING_PARTY_AFFAIRS_WORKER"));
        scenario()
                .given(new CriteriaSchemePublished(SCHEME, subjects, 1, List.of()))
                .knowing(round)
                .when(publish(SCHEME, subjects, 1, corrected))
                .thenRefused(ALREADY_ON_RECORD, "S8", "publish the next version");
    }

    @Test
    void a_version_published_after_the_opening_is_free_until_the_next_round() {
        var round = new CommendationRoundOpened("r", List.of("OUTSTANDING_PARTY_AFFAIRS_WORKER"));
        List<Criterion> other = List.of(criterion("DILIGENCE", 2));
        var next =
                new CriteriaSchemePublished(
                        OTHER, PARTY_AFFAIRS_WORKER, 2, List.of(criterion("DILIGENCE", 1)));
        scenario()
                .knowing(round)
                .on("2010-08-01")
                .given(next)
                .when(publish(OTHER, PARTY_AFFAIRS_WORKER, 2, other))
                .thenEvents(new CriteriaSchemePublished(OTHER, PARTY_AFFAIRS_WORKER, 2, other));
    }

    @Test
    void one_version_has_one_scheme_and_one_scheme_one_version() {
        var published = new CriteriaSchemePublished(SCHEME, STAFF, 1, criteria(STAFF, 1));
        scenario()
                .given(published)
                .when(publish(OTHER, STAFF, 1, criteria(STAFF, 1)))
                .thenRefused(ALREADY_ON_RECORD);
        scenario()
                .given(published)
                .when(publish(SCHEME, STAFF, 2, criteria(STAFF, 1)))
                .thenRefused(ALREADY_ON_RECORD);
        scenario()
                .given(published)
                .when(publish(OTHER, STAFF, 2, criteria(STAFF, 1)))
                .thenEvents(new CriteriaSchemePublished(OTHER, STAFF, 2, criteria(STAFF, 1)));
    }

    @Test
    void a_code_stands_in_a_scheme_once() {
        List<Criterion> twice = List.of(criterion("DILIGENCE", 1), criterion("DILIGENCE", 2));
        assertThatThrownBy(() -> Validity.check(publish(SCHEME, PARTY_AFFAIRS_WORKER, 1, twice)))
                .hasMessageContaining("criteria");
        assertThatThrownBy(() -> Validity.check(criterion("lower case", 1)))
                .hasMessageContaining("code");
        assertThatThrownBy(() -> Validity.check(criterion("DILIGENCE", 101)))
                .hasMessageContaining("weight");
    }

    private static DeciderScenario<CriteriaSchemeCommand, CriteriaSchemeEvent, ?> scenario() {
        return University.scenario(CriteriaScheme.decider()).by(GAO).on("2010-07-01");
    }

    /** A report by which a member is judged by the criteria of this scheme. */
    private static DutyReportFiled report(SchemeId scheme) {
        var text = Personal.of(University.ANN.value(), "述职");
        return new DutyReportFiled(
                new ReviewId("review"),
                new CycleId("cycle"),
                2010,
                SubjectKind.MEMBER,
                new SubjectId(University.ANN.value()),
                University.BRANCH,
                University.ANN,
                scheme,
                false,
                text,
                text,
                List.of(text),
                List.of());
    }

    private static PublishCriteriaScheme publish(
            SchemeId scheme, AppliesTo subjects, int version, List<Criterion> criteria) {
        return new PublishCriteriaScheme(scheme, subjects, version, criteria);
    }

    private static List<Criterion> criteria(AppliesTo subjects, int weight) {
        return named(subjects).stream().map(code -> criterion(code, weight)).toList();
    }

    private static List<String> named(AppliesTo subjects) {
        return subjects.named().orElseThrow();
    }

    private static Criterion criterion(String code, int weight) {
        return new Criterion(code, "标准 " + code, "criterion " + code, weight);
    }
}
