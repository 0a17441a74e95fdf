package org.zhengyou.activities.campaign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.day;
import static org.zhengyou.activities.University.directive;
import static org.zhengyou.activities.University.launched;
import static org.zhengyou.activities.University.phase;
import static org.zhengyou.activities.University.phases;
import static org.zhengyou.activities.campaign.Milestone.EIGHTEENTH_CONGRESS;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.campaign.CampaignCommand.ClosePhase;
import org.zhengyou.activities.campaign.CampaignCommand.DefinePhase;
import org.zhengyou.activities.campaign.CampaignCommand.OpenPhase;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;

class PhasesTest {
    @Test
    void the_first_phase_is_defined_with_its_days() {
        launch().when(define(1, "2010-06-01", "2010-08-31"))
                .thenEvents(phase(1, "2010-06-01", "2010-08-31"));
        launch().by(HAN)
                .when(define(1, "2010-06-01", "2010-08-31"))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void no_phase_is_over_before_the_launch() {
        launch().when(define(1, "2010-05-01", "2010-05-31"))
                .thenRefused(STEP_OUT_OF_ORDER, "S46", "to: 2010-05-31 lies before the launch");
        launch().when(define(1, "2010-05-01", "2010-06-01"))
                .thenEvents(phase(1, "2010-05-01", "2010-06-01"));
    }

    @Test
    void phases_are_defined_in_their_order() {
        launch().when(define(2, "2010-09-01", "2011-07-31"))
                .thenRefused(STEP_OUT_OF_ORDER, "S46", "phase 1");
    }

    @Test
    void between_phases_there_is_neither_gap_nor_overlap() {
        var first = launch().given(phase(1, "2010-06-01", "2010-08-31"));
        first.when(define(2, "2010-09-02", "2011-07-31")).thenRefused(STEP_OUT_OF_ORDER);
        first.when(define(2, "2010-08-31", "2011-07-31")).thenRefused(STEP_OUT_OF_ORDER);
        first.when(define(2, "2010-09-01", "2011-07-31"))
                .thenEvents(phase(2, "2010-09-01", "2011-07-31"));
    }

    @Test
    void there_are_exactly_four_phases() {
        assertThatThrownBy(() -> Validity.check(define(5, "2012-11-08", null)))
                .hasMessageContaining("4 or less");
        assertThatThrownBy(() -> Validity.check(define(0, "2010-01-01", null)))
                .hasMessageContaining("1 or more");
    }

    @Test
    void only_the_fourth_phase_has_no_last_day() {
        launch().when(define(1, "2010-06-01", null)).thenRefused(PART_MISSING, "S46", "to");
        launch().given(phases()[0], phases()[1], phases()[2])
                .when(define(4, "2012-06-01", "2012-11-07"))
                .thenRefused(STEP_OUT_OF_ORDER, "S50", "EIGHTEENTH_CONGRESS");
    }

    @Test
    void a_phase_is_defined_once() {
        defined().when(define(1, "2010-06-01", "2010-08-31")).thenNothing();
        defined().when(define(1, "2010-06-01", "2010-08-30")).thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void a_phase_opens_within_its_days() {
        defined().when(new OpenPhase(CAMPAIGN, 1)).thenEvents(new PhaseOpened(CAMPAIGN, 1));
        defined()
                .on("2010-09-01")
                .when(new OpenPhase(CAMPAIGN, 1))
                .thenRefused(STEP_OUT_OF_ORDER, "S46", "outside");
        launch().when(new OpenPhase(CAMPAIGN, 1)).thenRefused(STEP_OUT_OF_ORDER);
        defined().by(HAN).when(new OpenPhase(CAMPAIGN, 1)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void opening_an_open_phase_changes_nothing_unless_the_date_is_another() {
        var open = defined().on("2010-06-10").given(new PhaseOpened(CAMPAIGN, 1));
        open.when(new OpenPhase(CAMPAIGN, 1)).thenNothing();
        open.on("2010-06-05").when(new OpenPhase(CAMPAIGN, 1)).thenRefused(ALREADY_ON_RECORD);
        open.on("2010-06-15").when(new OpenPhase(CAMPAIGN, 1)).thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void a_phase_opens_after_the_one_before_was_closed() {
        var first = defined().given(new PhaseOpened(CAMPAIGN, 1)).on("2010-09-01");
        first.when(new OpenPhase(CAMPAIGN, 2)).thenRefused(STEP_OUT_OF_ORDER, "S46", "closed");
        first.given(new PhaseClosed(CAMPAIGN, 1))
                .when(new OpenPhase(CAMPAIGN, 2))
                .thenEvents(new PhaseOpened(CAMPAIGN, 2));
    }

    @Test
    void a_phase_is_not_closed_before_its_last_day() {
        var first = defined().given(new PhaseOpened(CAMPAIGN, 1));
        first.on("2010-08-30").when(new ClosePhase(CAMPAIGN, 1)).thenRefused(STEP_OUT_OF_ORDER);
        first.on("2010-08-31")
                .when(new ClosePhase(CAMPAIGN, 1))
                .thenEvents(new PhaseClosed(CAMPAIGN, 1));
        first.by(HAN).when(new ClosePhase(CAMPAIGN, 1)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void only_an_open_phase_is_closed_and_only_once() {
        defined()
                .on("2010-08-31")
                .when(new ClosePhase(CAMPAIGN, 1))
                .thenRefused(STEP_OUT_OF_ORDER, "S46", "not open");
        defined()
                .given(new PhaseOpened(CAMPAIGN, 1))
                .on("2010-08-31")
                .given(new PhaseClosed(CAMPAIGN, 1))
                .when(new ClosePhase(CAMPAIGN, 1))
                .thenNothing();
    }

    @Test
    void the_last_phase_is_closed_before_the_congress_once_its_date_is_fixed() {
        var last = defined().on("2012-06-01").given(new PhaseOpened(CAMPAIGN, 4)).on("2012-11-07");
        last.when(new ClosePhase(CAMPAIGN, 4)).thenRefused(STEP_OUT_OF_ORDER, "S50", "milestone");
        last.on("2012-09-28")
                .given(new MilestoneDateFixed(CAMPAIGN, EIGHTEENTH_CONGRESS, day("2012-11-08")))
                .on("2012-11-07")
                .when(new ClosePhase(CAMPAIGN, 4))
                .thenEvents(new PhaseClosed(CAMPAIGN, 4));
    }

    private static DeciderScenario<CampaignCommand, CampaignEvent, Calendar> launch() {
        return University.scenario(Campaign.decider())
                .by(GAO)
                .on("2010-06-01")
                .given(directive(), launched());
    }

    private static DeciderScenario<CampaignCommand, CampaignEvent, Calendar> defined() {
        return launch().given(phases());
    }

    private static DefinePhase define(int phase, String from, @Nullable String to) {
        return new DefinePhase(
                CAMPAIGN, phase, "阶段 " + phase, day(from), to == null ? null : day(to));
    }
}
