package org.zhengyou.activities.campaign;

import static org.zhengyou.activities.University.CAMPAIGN;
import static org.zhengyou.activities.University.COLLEGE;
import static org.zhengyou.activities.University.COMMITTEE;
import static org.zhengyou.activities.University.PROVINCE;
import static org.zhengyou.activities.University.day;
import static org.zhengyou.activities.University.directive;
import static org.zhengyou.activities.University.launched;
import static org.zhengyou.activities.University.phases;
import static org.zhengyou.activities.campaign.Milestone.EIGHTEENTH_CONGRESS;
import static org.zhengyou.activities.campaign.Milestone.NINETIETH_ANNIVERSARY;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.activities.University;
import org.zhengyou.activities.campaign.CampaignCommand.CloseCampaign;
import org.zhengyou.activities.campaign.CampaignCommand.FixMilestoneDate;
import org.zhengyou.activities.campaign.CampaignCommand.LaunchCampaign;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.spec.DeciderScenario;

class CampaignTest {
    private static final MilestoneDateFixed CONGRESS =
            new MilestoneDateFixed(CAMPAIGN, EIGHTEENTH_CONGRESS, day("2012-11-08"));

    @Test
    void the_committee_launches_the_campaign_on_a_registered_directive() {
        withDirective().when(launch(COMMITTEE, PROVINCE)).thenEvents(launched());
    }

    @Test
    void launching_the_same_campaign_again_changes_nothing() {
        withDirective().given(launched()).when(launch(COMMITTEE, PROVINCE)).thenNothing();
    }

    @Test
    void launching_it_again_with_another_date_is_refused() {
        withDirective()
                .given(launched())
                .on("2010-06-02")
                .when(launch(COMMITTEE, PROVINCE))
                .thenRefused(ALREADY_ON_RECORD, "S2", "2010-06-01");
    }

    @Test
    void a_stranger_does_not_find_out_what_is_on_record() {
        withDirective()
                .given(launched())
                .by(HAN)
                .when(launch(COMMITTEE, PROVINCE))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_campaign_id_is_not_launched_with_other_content() {
        withDirective()
                .given(launched())
                .when(
                        new LaunchCampaign(
                                CAMPAIGN,
                                COMMITTEE,
                                "另一活动",
                                day("2010-05-31"),
                                "d2",
                                List.of(PROVINCE)))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void no_other_organisation_launches_a_campaign() {
        withDirective().when(launch(COLLEGE, PROVINCE)).thenRefused(OUT_OF_SCOPE);
        withDirective()
                .when(launch(new OrganizationId("unheard-of"), PROVINCE))
                .thenRefused(RESULT_MISSING);
        withDirective()
                .by(HAN)
                .when(launch(COMMITTEE, PROVINCE))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_milestone_does_not_lie_before_the_launch() {
        for (Milestone milestone : Milestone.values())
            withDirective()
                    .given(launched())
                    .when(new FixMilestoneDate(CAMPAIGN, milestone, day("2010-05-31")))
                    .thenRefused(STEP_OUT_OF_ORDER, "S3", "on: 2010-05-31 lies before the launch");
    }

    @Test
    void a_campaign_cites_at_least_one_directive() {
        withDirective().when(launch(COMMITTEE)).thenRefused(PART_MISSING, "S1", "directive");
    }

    @Test
    void a_campaign_cites_registered_directives_only() {
        withDirective()
                .when(launch(COMMITTEE, new DirectiveId("unheard-of")))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void a_directive_is_on_record_before_a_campaign_cites_it() {
        University.scenario(Campaign.decider())
                .by(GAO)
                .on("2010-07-01")
                .given(directive())
                .on("2010-06-01")
                .when(launch(COMMITTEE, PROVINCE))
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void the_decision_comes_before_the_launch() {
        withDirective()
                .on("2010-05-30")
                .when(launch(COMMITTEE, PROVINCE))
                .thenRefused(STEP_OUT_OF_ORDER, "S2", "decision");
    }

    @Test
    void one_campaign_runs_at_a_time() {
        CampaignId other = new CampaignId("other");
        withDirective()
                .given(
                        new CampaignLaunched(
                                other,
                                COMMITTEE,
                                "前一活动",
                                day("2009-01-01"),
                                "d",
                                List.of(PROVINCE)))
                .when(launch(COMMITTEE, PROVINCE))
                .thenRefused(STEP_OUT_OF_ORDER);
        withDirective()
                .on("2010-05-01")
                .given(
                        new CampaignLaunched(
                                other,
                                COMMITTEE,
                                "前一活动",
                                day("2009-01-01"),
                                "d",
                                List.of(PROVINCE)))
                .given(new CampaignClosed(other))
                .on("2010-06-01")
                .when(launch(COMMITTEE, PROVINCE))
                .thenEvents(launched());
    }

    @Test
    void a_milestone_gets_its_date_once() {
        var fix = new FixMilestoneDate(CAMPAIGN, NINETIETH_ANNIVERSARY, day("2011-07-01"));
        var fixed = new MilestoneDateFixed(CAMPAIGN, NINETIETH_ANNIVERSARY, day("2011-07-01"));
        running().when(fix).thenEvents(fixed);
        running().given(fixed).when(fix).thenNothing();
        running()
                .given(fixed)
                .when(new FixMilestoneDate(CAMPAIGN, NINETIETH_ANNIVERSARY, day("2011-07-02")))
                .thenRefused(ALREADY_ON_RECORD);
        running().by(HAN).when(fix).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void the_congress_convenes_after_the_last_phase_began() {
        running()
                .when(new FixMilestoneDate(CAMPAIGN, EIGHTEENTH_CONGRESS, day("2012-06-01")))
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void the_end_is_a_milestone_and_nobody_closes_the_campaign_before_it_is_fixed() {
        running()
                .on("2012-10-01")
                .when(new CloseCampaign(CAMPAIGN))
                .thenRefused(STEP_OUT_OF_ORDER, "S3", "EIGHTEENTH_CONGRESS");
    }

    @Test
    void the_campaign_ends_before_the_congress_convenes() {
        var announced = running().on("2012-09-28").given(CONGRESS);
        announced
                .on("2012-11-08")
                .when(new CloseCampaign(CAMPAIGN))
                .thenRefused(STEP_OUT_OF_ORDER, "S3", "2012-11-08");
        announced.on("2012-09-27").when(new CloseCampaign(CAMPAIGN)).thenRefused(STEP_OUT_OF_ORDER);
        announced
                .on("2012-11-07")
                .when(new CloseCampaign(CAMPAIGN))
                .thenEvents(new CampaignClosed(CAMPAIGN));
        announced.by(HAN).when(new CloseCampaign(CAMPAIGN)).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_closed_campaign_stays_closed() {
        var closed =
                running()
                        .on("2012-09-28")
                        .given(CONGRESS)
                        .on("2012-11-07")
                        .given(new CampaignClosed(CAMPAIGN));
        closed.when(new CloseCampaign(CAMPAIGN)).thenNothing();
        closed.on("2012-11-01").when(new CloseCampaign(CAMPAIGN)).thenRefused(ALREADY_ON_RECORD);
        closed.on("2012-11-10")
                .when(new FixMilestoneDate(CAMPAIGN, NINETIETH_ANNIVERSARY, day("2011-07-01")))
                .thenRefused(CAMPAIGN_CLOSED);
    }

    @Test
    void nothing_is_said_of_a_campaign_that_was_not_launched() {
        withDirective()
                .when(new FixMilestoneDate(CAMPAIGN, NINETIETH_ANNIVERSARY, day("2011-07-01")))
                .thenRefused(NOT_ON_RECORD);
    }

    private static DeciderScenario<CampaignCommand, CampaignEvent, Calendar> withDirective() {
        return University.scenario(Campaign.decider()).by(GAO).on("2010-06-01").given(directive());
    }

    private static DeciderScenario<CampaignCommand, CampaignEvent, Calendar> running() {
        return withDirective().given(launched()).given(phases());
    }

    private static LaunchCampaign launch(OrganizationId organization, DirectiveId... directives) {
        return new LaunchCampaign(
                CAMPAIGN, organization, "创先争优活动", day("2010-05-31"), "d2", List.of(directives));
    }
}
