package org.zhengyou.activities.campaign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.LIBRARY;
import static org.zhengyou.activities.University.day;
import static org.zhengyou.activities.University.exception;
import static org.zhengyou.activities.University.reader;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.campaign.CampaignCommand.GrantPhaseException;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.ViewLaws;

class PhaseExceptionsTest {
    private static final String POLICY = "P-PHASE-EXCEPTION";
    private static final PhaseExceptionView VIEW = new PhaseExceptionView();

    @Test
    void the_committee_itself_lets_one_organisation_catch_up() {
        september().when(grant("2010-09-30")).thenEvents(late("2010-09-30"));
        september().by(HAN).when(grant("2010-09-30")).thenRefused(ACTOR_LACKS_AUTHORITY);
        september().by(LIN).when(grant("2010-09-30")).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void it_may_be_granted_before_the_phase_is_over_for_days_after_it() {
        september().on("2010-08-25").when(grant("2010-09-01")).thenEvents(late("2010-09-01"));
        september()
                .on("2010-08-25")
                .when(grant("2010-08-31"))
                .thenRefused(STEP_OUT_OF_ORDER, POLICY, "2010-08-31");
    }

    @Test
    void it_lasts_at_least_for_the_day_on_which_it_is_granted() {
        september().when(grant("2010-09-10")).thenEvents(late("2010-09-10"));
        september()
                .when(grant("2010-09-09"))
                .thenRefused(STEP_OUT_OF_ORDER, POLICY, "not before the day");
    }

    @Test
    void the_same_again_changes_nothing_and_anything_else_is_refused() {
        var granted = september().given(late("2010-09-30"));
        granted.when(grant("2010-09-30")).thenNothing();
        granted.when(grant("2010-10-31")).thenRefused(ALREADY_ON_RECORD);
        granted.on("2010-09-11").when(grant("2010-09-30")).thenRefused(ALREADY_ON_RECORD);
        granted.by(HAN).when(grant("2010-09-30")).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void there_is_none_after_the_end_of_the_campaign_nor_for_an_unknown_organisation() {
        september()
                .given(new CampaignClosed(CAMPAIGN))
                .on("2010-09-11")
                .when(grant("2010-09-30"))
                .thenRefused(CAMPAIGN_CLOSED);
        september()
                .when(
                        new GrantPhaseException(
                                University.EXCEPTION,
                                CAMPAIGN,
                                GatedAct.ADOPT_PLAN,
                                new OrganizationId("unheard-of"),
                                day("2010-09-30"),
                                University.REASON))
                .thenRefused(RESULT_MISSING);
    }

    @Test
    void a_phase_without_a_last_day_needs_no_exception() {
        University.scenario(Campaign.decider())
                .by(GAO)
                .on("2010-06-01")
                .given(University.launched())
                .when(grant("2010-09-30"))
                .thenRefused(STEP_OUT_OF_ORDER, POLICY, "no last day");
    }

    @Test
    void who_leads_the_organisation_sees_what_it_may_do_and_until_when() {
        var facts = ViewLaws.facts("activities", "2010-09-10", late("2010-09-30"));
        var row = requireNonNull(ViewLaws.rows(VIEW, facts).get(University.EXCEPTION.value()));
        var shown =
                requireNonNull(
                        VIEW.answer(
                                University.EXCEPTION.value(),
                                row,
                                DeciderScenario.day("2010-09-10")));
        assertThat(shown.grantedOn()).isEqualTo("2010-09-10");
        assertThat(shown.until()).isEqualTo("2010-09-30");
        assertThat(shown.act()).isEqualTo(GatedAct.ADOPT_PLAN);
        assertThat(VIEW.audience(row).admits(reader(HAN, COLLEGE))).isTrue();
        assertThat(VIEW.audience(row).admits(reader("dan", LIBRARY))).isFalse();
    }

    private static GrantPhaseException grant(String until) {
        return new GrantPhaseException(
                University.EXCEPTION,
                CAMPAIGN,
                GatedAct.ADOPT_PLAN,
                COLLEGE,
                day(until),
                University.REASON);
    }

    private static CampaignEvent.PhaseExceptionGranted late(String until) {
        return exception(GatedAct.ADOPT_PLAN, COLLEGE, until);
    }

    private static DeciderScenario<CampaignCommand, CampaignEvent, Calendar> september() {
        return University.campaign(Campaign.decider()).on("2010-09-10");
    }
}
