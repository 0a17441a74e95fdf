package org.zhengyou.activities;

import org.zhengyou.activities.campaign.CalendarView;
import org.zhengyou.activities.campaign.Campaign;
import org.zhengyou.activities.campaign.Directive;
import org.zhengyou.activities.campaign.Directives;
import org.zhengyou.activities.campaign.PhaseExceptionView;
import org.zhengyou.activities.coverage.Coverage;
import org.zhengyou.activities.plans.CampaignPlan;
import org.zhengyou.activities.plans.MobilizationMeeting;
import org.zhengyou.activities.plans.PlanCascade;
import org.zhengyou.activities.projects.MemberProject;
import org.zhengyou.activities.projects.Projects;
import org.zhengyou.activities.themes.Activities;
import org.zhengyou.activities.themes.Activity;
import org.zhengyou.activities.themes.ActivityForms;
import org.zhengyou.activities.themes.Attendance;
import org.zhengyou.activities.themes.AttendanceView;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.ServiceHost;

/**
 * 活动: the campaign with its calendar, the cascade of plans, the five activities, projects of
 * members, who is reached.
 */
public final class ActivitiesService {
    private ActivitiesService() {}

    /** The service on one page. */
    public static Service definition() {
        return Service.named("activities")
                .decider(Directive.decider())
                .decider(Campaign.decider())
                .decider(CampaignPlan.decider())
                .decider(MobilizationMeeting.decider())
                .decider(Activity.decider())
                .decider(Attendance.decider())
                .decider(MemberProject.decider())
                .attestsLateActs()
                .view(new Directives())
                .view(new CalendarView())
                .view(new PhaseExceptionView())
                .view(new PlanCascade())
                .view(new Coverage())
                .view(new ActivityForms())
                .view(new Activities())
                .view(new AttendanceView())
                .view(new Projects())
                .knowsMembers()
                .build();
    }

    /** Runs this service alone; see {@code docs/deploying.md}. */
    public static void main(String[] args) {
        ServiceHost.main(definition(), args);
    }
}
