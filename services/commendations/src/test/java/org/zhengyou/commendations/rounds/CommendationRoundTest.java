package org.zhengyou.commendations.rounds;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.commendations.University.CAMPAIGN;
import static org.zhengyou.commendations.University.CONFER_BEFORE;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.rounds.RoundKind.CONCENTRATED;
import static org.zhengyou.commendations.rounds.RoundKind.SPECIAL;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_PUBLISHED;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.commendations.directory.ForeignFacts.CriteriaSchemePublished;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseClosed;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseDefined;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseOpened;
import org.zhengyou.commendations.rounds.RoundCommand.OpenCommendationRound;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

class CommendationRoundTest {
    private static final RoundId OTHER = new RoundId("other");
    private static final LocalDate EVE_OF_2012 = LocalDate.parse("2012-07-01");
    private static final CriteriaSchemePublished WORKERS_CRITERIA =
            new CriteriaSchemePublished("s-4", "PARTY_AFFAIRS_WORKER");
    private static final LocalDate PHASE_4 = LocalDate.parse("2012-06-01");

    @Test
    void the_committee_opens_the_concentrated_round() {
        var open = open(ROUND, CONCENTRATED, CONFER_BEFORE, null);
        scenario().when(open).thenEvents(opened());
        scenario().by(HAN).when(open).thenRefused(ACTOR_LACKS_AUTHORITY);
        scenario().given(opened()).when(open).thenNothing();
        scenario()
                .given(opened())
                .on("2011-05-11")
                .when(open)
                .thenRefused(ALREADY_ON_RECORD, "S69", "since 2011-05-10");
        scenario().given(opened()).by(HAN).when(open).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void it_is_held_once_per_campaign() {
        scenario()
                .given(opened())
                .when(open(OTHER, CONCENTRATED, CONFER_BEFORE, null))
                .thenRefused(ALREADY_ON_RECORD, "S69", "concentrated");
    }

    @Test
    void a_round_keeps_its_content() {
        scenario()
                .given(opened())
                .when(open(ROUND, CONCENTRATED, CONFER_BEFORE.minusDays(1), null))
                .thenRefused(ALREADY_ON_RECORD, "S69", "other content");
    }

    @Test
    void it_is_conferred_on_the_eve_of_the_first_of_july() {
        scenario()
                .when(open(ROUND, CONCENTRATED, CONFER_BEFORE.plusDays(1), null))
                .thenRefused(OUT_OF_SCOPE, "S69", "2011-07-01");
        scenario()
                .when(open(ROUND, SPECIAL, EVE_OF_2012.plusDays(1), "补办"))
                .thenRefused(OUT_OF_SCOPE, "S84", "2012-07-01");
        scenario()
                .on("2011-07-01")
                .when(open(ROUND, CONCENTRATED, CONFER_BEFORE, null))
                .thenRefused(ROUND_CLOSED);
    }

    @Test
    void a_category_without_published_criteria_is_refused() {
        var open = open(ROUND, CONCENTRATED, CONFER_BEFORE, null);
        withoutWorkersCriteria()
                .when(open)
                .thenRefused(SCHEME_NOT_PUBLISHED, "P-CRITERIA-FIRST", "PARTY_AFFAIRS_WORKER");
        withoutWorkersCriteria()
                .on("2011-06-01")
                .knowing(WORKERS_CRITERIA)
                .on("2011-05-31")
                .when(open)
                .thenRefused(SCHEME_NOT_PUBLISHED);
    }

    @Test
    void the_concentrated_round_commends_all_three_categories() {
        scenario()
                .when(of(AwardCategory.OUTSTANDING_MEMBER))
                .thenRefused(PART_MISSING, "S69", "ADVANCED_PRIMARY_ORGANIZATION")
                .thenRefused(PART_MISSING, "S69", "OUTSTANDING_PARTY_AFFAIRS_WORKER");
        var some = List.of(AwardCategory.OUTSTANDING_MEMBER);
        scenario()
                .when(
                        new OpenCommendationRound(
                                ROUND,
                                CAMPAIGN,
                                SPECIAL,
                                some,
                                LocalDate.parse("2010-06-01"),
                                LocalDate.parse("2012-06-30"),
                                EVE_OF_2012,
                                "推荐",
                                "提前准备"))
                .thenEvents(
                        new CommendationRoundOpened(
                                ROUND,
                                CAMPAIGN,
                                SPECIAL,
                                some,
                                LocalDate.parse("2010-06-01"),
                                LocalDate.parse("2012-06-30"),
                                null,
                                EVE_OF_2012,
                                "推荐",
                                "提前准备"));
    }

    @Test
    void nothing_is_guessed_of_a_campaign_that_is_not_known() {
        OpenCommendationRound known = open(ROUND, CONCENTRATED, CONFER_BEFORE, null);
        var unknown =
                new OpenCommendationRound(
                        ROUND,
                        new CampaignId("unknown"),
                        CONCENTRATED,
                        known.categories(),
                        known.periodFrom(),
                        known.periodTo(),
                        CONFER_BEFORE,
                        known.procedure(),
                        null);
        scenario().when(unknown).thenRefused(RESULT_MISSING);
    }

    @Test
    void the_special_round_opens_inside_phase_4() {
        var open = open(ROUND, SPECIAL, EVE_OF_2012, null);
        inPhase4().on("2012-06-05").when(open).thenEvents(special(PHASE_4, null));
        scenario().on("2012-06-05").when(open).thenRefused(RESULT_MISSING);
        scenario()
                .on("2012-01-01")
                .knowing(new PhaseDefined(CAMPAIGN.value(), 4, PHASE_4, null))
                .on("2012-05-20")
                .when(open)
                .thenRefused(PHASE_NOT_OPEN, "S84", "exception");
        inPhase4()
                .on("2012-06-10")
                .knowing(new PhaseClosed(CAMPAIGN.value(), 4))
                .on("2012-06-11")
                .when(open)
                .thenRefused(PHASE_NOT_OPEN);
    }

    @Test
    void it_opens_earlier_if_the_reason_of_an_exception_is_recorded() {
        scenario()
                .on("2012-05-20")
                .when(open(ROUND, SPECIAL, EVE_OF_2012, "提前准备"))
                .thenEvents(special(null, "提前准备"));
    }

    @Test
    void what_cannot_be_a_round_has_no_shape() {
        assertThatThrownBy(() -> Validity.check(of())).hasMessageContaining("categories");
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        of(
                                                AwardCategory.OUTSTANDING_MEMBER,
                                                AwardCategory.OUTSTANDING_MEMBER)))
                .hasMessageContaining("categories");
        OpenCommendationRound known = open(ROUND, CONCENTRATED, CONFER_BEFORE, null);
        assertThatThrownBy(
                        () ->
                                Validity.check(
                                        new OpenCommendationRound(
                                                ROUND,
                                                CAMPAIGN,
                                                CONCENTRATED,
                                                known.categories(),
                                                known.periodFrom(),
                                                known.periodFrom().minusDays(1),
                                                CONFER_BEFORE,
                                                "x",
                                                null)))
                .hasMessageContaining("periodTo");
    }

    private static DeciderScenario<RoundCommand, RoundEvent, ?> scenario() {
        return withoutWorkersCriteria().on("2010-01-01").knowing(WORKERS_CRITERIA).on("2011-05-10");
    }

    private static DeciderScenario<RoundCommand, RoundEvent, ?> withoutWorkersCriteria() {
        return University.scenario(CommendationRound.decider()).by(GAO).on("2011-05-10");
    }

    private static DeciderScenario<RoundCommand, RoundEvent, ?> inPhase4() {
        return scenario()
                .on("2012-06-01")
                .knowing(
                        new PhaseDefined(CAMPAIGN.value(), 4, PHASE_4, null),
                        new PhaseOpened(CAMPAIGN.value(), 4));
    }

    private static OpenCommendationRound open(
            RoundId round, RoundKind kind, LocalDate conferBefore, @Nullable String exception) {
        CommendationRoundOpened e = opened(round, kind, null, conferBefore);
        return new OpenCommendationRound(
                round,
                CAMPAIGN,
                kind,
                e.categories(),
                e.periodFrom(),
                e.periodTo(),
                conferBefore,
                e.procedure(),
                exception);
    }

    private static OpenCommendationRound of(AwardCategory... categories) {
        OpenCommendationRound known = open(ROUND, CONCENTRATED, CONFER_BEFORE, null);
        return new OpenCommendationRound(
                ROUND,
                CAMPAIGN,
                CONCENTRATED,
                new ArrayList<>(List.of(categories)),
                known.periodFrom(),
                known.periodTo(),
                CONFER_BEFORE,
                known.procedure(),
                null);
    }

    private static CommendationRoundOpened special(
            @Nullable LocalDate conferFrom, @Nullable String exception) {
        CommendationRoundOpened e = opened(ROUND, SPECIAL, conferFrom, EVE_OF_2012);
        return new CommendationRoundOpened(
                ROUND,
                CAMPAIGN,
                SPECIAL,
                e.categories(),
                e.periodFrom(),
                e.periodTo(),
                conferFrom,
                EVE_OF_2012,
                e.procedure(),
                exception);
    }
}
